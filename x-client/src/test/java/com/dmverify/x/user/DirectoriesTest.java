package com.dmverify.x.user;

import static com.dmverify.x.recorded.Answers.error;
import static com.dmverify.x.recorded.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.XClient;
import com.dmverify.x.XError;
import com.dmverify.x.XUser;
import com.dmverify.x.recorded.RecordedX;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DirectoriesTest {

    private static final UserId ID = new UserId("2244994945");
    private static final String TWO = """
            {"data":[{"id":"2244994945","name":"Developers","username":"XDevelopers"},
             {"id":"5","name":"Old","username":"a_name_longer_than_fifteen"}],"meta":{"next_token":"DFEDBNRFT3MHCZZZ"}}""";
    private static final String ONE_V1 =
            "{\"id\":2244994945,\"id_str\":\"2244994945\",\"screen_name\":\"XDevelopers\",\"name\":\"Developers\"}";

    private final RecordedX x = new RecordedX();
    private final XClient client = x.client();
    private final UserDirectory v2 = client.userDirectory();
    private final LegacyUserDirectory v1 = client.legacyUserDirectory();

    @AfterEach
    void close() {
        client.close();
        x.close();
    }

    @Test
    void v2FindsManyUsersAndLeavesOutThoseWithLongHandles() {
        x.says(200, TWO);
        assertThat(ok(v2.byHandles(List.of(new Handle("XDevelopers"), new Handle("nosuch")))))
                .extracting(XUser::id)
                .containsExactly(ID);
        assertThat(x.lastAsked().uri().getQuery())
                .isEqualTo("usernames=XDevelopers,nosuch&user.fields=connection_status,receives_your_dm");
        assertThat(ok(v2.byIds(List.of(ID)))).hasSize(1);
        assertThat(x.lastAsked().uri().toString()).startsWith("/2/users?ids=2244994945&");
        assertThat(ok(v2.followers(ID, 1000, "DFEDBNRFT3MHCZZY")).next()).isEqualTo("DFEDBNRFT3MHCZZZ");
        assertThat(x.lastAsked().line())
                .isEqualTo("GET /2/users/2244994945/followers?max_results=1000&pagination_token=DFEDBNRFT3MHCZZY");
    }

    @Test
    void v2ReturnsTheAccountOfTheCredentials() {
        x.says(200, "{\"data\":{\"id\":\"2244994945\",\"name\":\"Developers\",\"username\":\"XDevelopers\"}}");
        assertThat(ok(v2.me()).handle()).isEqualTo(new Handle("xdevelopers"));
        assertThat(x.lastAsked().line()).isEqualTo("GET /2/users/me");
    }

    @Test
    void v2FindsNoUser() {
        x.says("v2-user-not-found.http");
        assertThat(error(v2.byHandles(List.of(new Handle("nosuch"))))).isInstanceOf(XError.TargetUnknown.class);
    }

    @Test
    void v1LooksUpManyUsers() {
        x.says(200, "[" + ONE_V1 + "]")
                .says(404, "{\"errors\":[{\"code\":17,\"message\":\"No user matches for specified terms.\"}]}");
        assertThat(ok(v1.lookup(List.of(new Handle("a"), new Handle("b")), List.of(ID))))
                .extracting(XUser::id)
                .containsExactly(ID);
        assertThat(x.lastAsked().line()).isEqualTo("GET /1.1/users/lookup.json?screen_name=a%2Cb&user_id=2244994945");
        assertThat(error(v1.lookup(List.of(), List.of(ID)))).isInstanceOf(XError.TargetUnknown.class);
    }

    @Test
    void v1ReadsFriendships() {
        x.says(200, """
                {"relationship":{"source":{"id":8783042,"id_str":"8783042","following":false,"followed_by":true,
                "can_dm":true,"blocking":null,"blocked_by":false},"target":{"id":2244994945,"id_str":"2244994945"}}}""");
        assertThat(ok(v1.friendship(new UserId("8783042"), ID)))
                .isEqualTo(new Friendship(new UserId("8783042"), ID, false, true, true, false, false));
        assertThat(x.lastAsked().line())
                .isEqualTo("GET /1.1/friendships/show.json?source_id=8783042&target_id=2244994945");
    }

    @Test
    void v1PagesThroughFollowers() {
        x.says(200, """
                {"ids":["1900000000000000003","5"],"next_cursor":1374004777531007833,
                "next_cursor_str":"1374004777531007833"}""")
                .says(200, "{\"ids\":[],\"next_cursor\":0,\"next_cursor_str\":\"0\"}")
                .says(200, "{\"users\":[" + ONE_V1 + "],\"next_cursor\":0,\"next_cursor_str\":\"0\"}");

        assertThat(ok(v1.followerIds(ID, 5000, null)).items()).contains(new UserId("1900000000000000003"));
        assertThat(x.lastAsked().line())
                .isEqualTo("GET /1.1/followers/ids.json?user_id=2244994945&count=5000&cursor=-1&stringify_ids=true");
        assertThat(ok(v1.followerIds(ID, 5000, "1374004777531007833")).next()).isNull();
        assertThat(ok(v1.followers(ID, 200, null)).items()).hasSize(1);
    }

    @Test
    void v1ReturnsTheAccountOfTheCredentials() {
        x.says(200, ONE_V1);
        assertThat(ok(v1.verifyCredentials()).id()).isEqualTo(ID);
        assertThat(x.lastAsked().line()).isEqualTo("GET /1.1/account/verify_credentials.json");
    }

    @Test
    void argumentsBeyondXsLimitsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> v2.byIds(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> v2.byIds(Collections.nCopies(101, ID)));
        assertThatIllegalArgumentException().isThrownBy(() -> v2.followers(ID, 1001, null));
        assertThatIllegalArgumentException().isThrownBy(() -> v1.lookup(List.of(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> v1.followerIds(ID, 5001, null));
        assertThatIllegalArgumentException().isThrownBy(() -> v1.followers(ID, 201, null));
    }
}
