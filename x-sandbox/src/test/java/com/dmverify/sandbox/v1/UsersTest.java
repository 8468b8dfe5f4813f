package com.dmverify.sandbox.v1;

import static com.dmverify.sandbox.testing.XClient.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.XClient;
import org.junit.jupiter.api.Test;

@Seen(Where.DOCUMENTATION)
class UsersTest {

    private final Sandbox sandbox = Sandbox.fresh();
    private final XClient brand = sandbox.brand();

    @Test
    void aLookupOmitsUnknownUsers() {
        // When
        Answer some = brand.get("/1.1/users/lookup.json?screen_name=ALICE,nosuch,mallory");
        Answer none = brand.get("/1.1/users/lookup.json?screen_name=nosuch,mallory");
        // Then
        assertThat(some.json()).hasSize(1);
        assertThat(some.at("/0/id_str")).isEqualTo(ALICE);
        assertThat(some.json().at("/0/id").longValue()).isEqualTo(Long.parseLong(ALICE));
        assertThat(some.at("/0/screen_name")).isEqualTo("alice");
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.code()).isEqualTo(17);
    }

    @Test
    void aLookupAcceptsAForm() {
        // When
        Answer answer = brand.postForm("/1.1/users/lookup.json", "screen_name=alice%2Cbob");
        // Then
        assertThat(answer.json()).hasSize(2);
    }

    @Test
    void showDistinguishesUnknownAndSuspendedUsers() {
        assertThat(brand.get("/1.1/users/show.json?screen_name=alice").at("/created_at"))
                .matches("[A-Z][a-z]{2} [A-Z][a-z]{2} \\d{2} [0-9:]{8} \\+0000 \\d{4}");
        assertThat(brand.get("/1.1/users/show.json?screen_name=nosuch").code()).isEqualTo(50);
        assertThat(brand.get("/1.1/users/show.json?screen_name=mallory").code()).isEqualTo(63);
    }

    @Test
    void verifyCredentialsReturnsTheCaller() {
        assertThat(brand.get("/1.1/account/verify_credentials.json").at("/screen_name"))
                .isEqualTo("dmverify_demo");
    }

    @Test
    void friendshipShowsWhoAcceptsMessages() {
        // When
        Answer alice = brand.get("/1.1/friendships/show.json?target_screen_name=alice");
        Answer bob = brand.get("/1.1/friendships/show.json?source_id=1000000000000000001&target_screen_name=bob");
        // Then
        assertThat(alice.json().at("/relationship/source/can_dm").booleanValue())
                .isTrue();
        assertThat(alice.json().at("/relationship/source/followed_by").booleanValue())
                .isTrue();
        assertThat(bob.json().at("/relationship/source/can_dm").booleanValue()).isFalse();
    }
}
