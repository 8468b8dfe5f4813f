package com.dmverify.x.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.Answer;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.Handle;
import com.dmverify.x.RateLimits;
import com.dmverify.x.UserId;
import com.dmverify.x.XClient;
import com.dmverify.x.XError;
import com.dmverify.x.XUser;
import com.dmverify.x.recorded.RecordedX;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UsersTest {

    private static final UserId ID = new UserId("2244994945");

    private final RecordedX x = new RecordedX();
    private final XClient client = x.client();
    private final Users v2 = client.users(ApiVersion.V2);
    private final Users v1 = client.users(ApiVersion.V1_1);

    @AfterEach
    void close() {
        client.close();
        x.close();
    }

    @Test
    void v2FindsAUserByHandle() {
        // Given
        x.says(200, """
                {"data":{"id":"2244994945","name":"Developers","username":"XDevelopers","receives_your_dm":true,
                 "connection_status":["followed_by","following"]}}""");
        // When
        Answer<XUser> answer = v2.byHandle(new Handle("xdevelopers"));
        // Then
        assertThat(answer)
                .isEqualTo(new Answer.Ok<>(
                        new XUser(
                                ID, new Handle("XDevelopers"), "Developers", true, Set.of("followed_by", "following")),
                        RateLimits.none()));
        assertThat(x.lastAsked().line())
                .isEqualTo("GET /2/users/by/username/xdevelopers?user.fields=connection_status%2Creceives_your_dm");
    }

    @Test
    void v2FindsAUserWithMissingFields() {
        x.says(200, "{\"data\":{\"id\":\"2244994945\",\"name\":\"Developers\",\"username\":\"XDevelopers\"}}");
        assertThat(((Answer.Ok<XUser>) v2.byId(ID)).value())
                .isEqualTo(new XUser(ID, new Handle("XDevelopers"), "Developers", null, Set.of()));
        assertThat(x.lastAsked().uri().getPath()).isEqualTo("/2/users/2244994945");
    }

    @Test
    void bothVersionsReturnTheAccountOfTheCredentials() {
        // Given
        x.says(200, "{\"data\":{\"id\":\"2244994945\",\"name\":\"Developers\",\"username\":\"XDevelopers\"}}")
                .says("v1-user.http");
        // Then
        assertThat(((Answer.Ok<XUser>) v2.me()).value().id()).isEqualTo(ID);
        assertThat(x.lastAsked().uri().getPath()).isEqualTo("/2/users/me");
        assertThat(v1.me()).isInstanceOf(Answer.Ok.class);
        assertThat(x.lastAsked().line()).isEqualTo("GET /1.1/account/verify_credentials.json");
    }

    @Test
    void v2ReportsAnUnknownUserWith200() {
        x.says("v2-user-not-found.http");
        assertThat(error(v2.byHandle(new Handle("nosuch"))))
                .isEqualTo(new XError.TargetUnknown("Could not find user with username: [nosuch].", 200));
    }

    @Test
    void v2ReportsASuspendedUserWith200() {
        x.says("v2-user-suspended.http");
        assertThat(error(v2.byHandle(new Handle("x"))))
                .isEqualTo(new XError.TargetSuspended("User has been suspended: [x].", 200));
    }

    @Test
    void v2ReportsAHiddenUserWith200() {
        x.says(200, """
                {"errors":[{"title":"Authorization Error","resource_type":"user","parameter":"id",
                "detail":"Sorry, you are not authorized to see the user with id: [2244994945].",
                "type":"https://api.twitter.com/2/problems/not-authorized-for-resource"}]}""");
        assertThat(error(v2.byId(ID))).isInstanceOf(XError.TargetClosed.class);
    }

    @Test
    void v1FindsAUserByHandleAndById() {
        // Given
        x.says("v1-user.http");
        XUser expected = new XUser(new UserId("1072250532645998596"), new Handle("TwitterDev"), "Test", null, Set.of());
        // When
        Answer<XUser> byHandle = v1.byHandle(new Handle("twitterdev"));
        Answer<XUser> byId = v1.byId(new UserId("1072250532645998596"));
        // Then
        assertThat(((Answer.Ok<XUser>) byHandle).value()).isEqualTo(expected);
        assertThat(((Answer.Ok<XUser>) byId).value()).isEqualTo(expected);
        assertThat(x.asked())
                .extracting(asked -> asked.line())
                .containsExactly(
                        "GET /1.1/users/show.json?screen_name=twitterdev",
                        "GET /1.1/users/show.json?user_id=1072250532645998596");
    }

    @Test
    void v1ReportsUnknownAndSuspendedUsers() {
        x.says(404, "{\"errors\":[{\"code\":50,\"message\":\"User not found.\"}]}")
                .says(403, "{\"errors\":[{\"code\":63,\"message\":\"User has been suspended.\"}]}");
        assertThat(error(v1.byHandle(new Handle("nosuch")))).isInstanceOf(XError.TargetUnknown.class);
        assertThat(error(v1.byHandle(new Handle("x")))).isInstanceOf(XError.TargetSuspended.class);
    }

    private static XError error(Answer<?> answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed<?>) answer).error();
    }
}
