package com.dmverify.sandbox.v2;

import static com.dmverify.sandbox.testing.XClient.ALICE;
import static com.dmverify.sandbox.testing.XClient.BRAND;
import static com.dmverify.sandbox.testing.XClient.MALLORY;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.OAuth2App;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.XClient;
import org.junit.jupiter.api.Test;

class FollowersTest {

    private static final String PATH = "/2/users/" + BRAND + "/followers";

    private final Sandbox sandbox = Sandbox.fresh();
    private final XClient brand = sandbox.brand();

    @Test
    @Seen(Where.DOCUMENTATION)
    void pagesLeadForwardAndBack() {
        // Given
        sandbox.control("POST", "/sandbox/users/bulk", "{\"count\":4,\"prefix\":\"fan\"}");
        // When
        Answer first = brand.get(PATH + "?max_results=2");
        Answer second = brand.get(PATH + "?max_results=2&pagination_token=" + first.at("/meta/next_token"));
        Answer third = brand.get(PATH + "?max_results=2&pagination_token=" + second.at("/meta/next_token"));
        Answer back = brand.get(PATH + "?max_results=2&pagination_token=" + third.at("/meta/previous_token"));
        // Then
        assertThat(first.at("/data/0/username")).isEqualTo("fan4");
        assertThat(first.json().at("/meta").has("previous_token")).isFalse();
        assertThat(first.at("/meta/next_token")).hasSizeGreaterThanOrEqualTo(16);
        assertThat(third.at("/data/0/username")).isEqualTo("alice");
        assertThat(third.at("/meta/result_count")).isEqualTo("1");
        assertThat(third.json().at("/meta").has("next_token")).isFalse();
        assertThat(back.json().at("/data")).isEqualTo(second.json().at("/data"));
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void requestedFieldsAreIncluded() {
        // When
        Answer followers = brand.get(PATH + "?user.fields=connection_status,receives_your_dm");
        Answer following = brand.get("/2/users/" + ALICE + "/following");
        Answer none = brand.get("/2/users/" + ALICE + "/followers");
        // Then
        assertThat(followers.at("/data/0/connection_status/0")).isEqualTo("followed_by");
        assertThat(followers.at("/data/0/receives_your_dm")).isEqualTo("true");
        assertThat(following.at("/data/0/id")).isEqualTo(BRAND);
        assertThat(none.text()).isEqualTo("{\"meta\":{\"result_count\":0}}");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void lookupErrorsAreA200() {
        // Given
        sandbox.control("PATCH", "/sandbox/users/" + ALICE, "{\"protected\":true}");
        // Then
        assertThat(brand.get("/2/users/42/followers").at("/errors/0/title")).isEqualTo("Not Found Error");
        assertThat(brand.get("/2/users/" + MALLORY + "/followers").at("/errors/0/title"))
                .isEqualTo("Forbidden");
        assertThat(brand.get("/2/users/" + ALICE + "/followers").at("/errors/0/type"))
                .endsWith("/not-authorized-for-resource");
        assertThat(brand.get(PATH + "?max_results=1001").status()).isEqualTo(400);
        assertThat(brand.get(PATH + "?pagination_token=nonsense").status()).isEqualTo(400);
        assertThat(brand.get("/2/users/x/followers").status()).isEqualTo(400);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void followersRequireTheirOwnScope() {
        // Given
        OAuth2App app = OAuth2App.shipped(sandbox);
        // Then
        assertThat(app.as(app.tokens("alice", "users.read tweet.read"))
                        .get(PATH)
                        .status())
                .isEqualTo(403);
        assertThat(app.as(app.tokens("alice", "users.read tweet.read follows.read"))
                        .get(PATH)
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Seen(Where.RECORDING)
    void messagePagesLeadBackToo() {
        // Given
        for (int i = 0; i < 3; i++) {
            brand.dm(ALICE, "number " + i);
        }
        // When
        Answer first = brand.get("/2/dm_events?max_results=2");
        Answer second = brand.get("/2/dm_events?max_results=2&pagination_token=" + first.at("/meta/next_token"));
        Answer back = brand.get("/2/dm_events?max_results=2&pagination_token=" + second.at("/meta/previous_token"));
        // Then
        assertThat(second.at("/data/0/text")).isEqualTo("number 0");
        assertThat(back.json().at("/data")).isEqualTo(first.json().at("/data"));
        assertThat(back.json().at("/meta").has("previous_token")).isFalse();
    }
}
