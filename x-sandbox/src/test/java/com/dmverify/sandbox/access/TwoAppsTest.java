package com.dmverify.sandbox.access;

import static com.dmverify.sandbox.testing.Waiting.await;
import static com.dmverify.sandbox.testing.XClient.ALICE;
import static com.dmverify.sandbox.testing.XClient.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.OAuth1App;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.Signer;
import com.dmverify.sandbox.testing.TwoApps;
import com.dmverify.sandbox.testing.WebhookReceiver;
import com.dmverify.sandbox.testing.XClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several brands and apps: each app has its own rate limits, webhook and permissions. */
class TwoAppsTest {

    private static final Sandbox SANDBOX = TwoApps.open();

    private final XClient north = TwoApps.brand(SANDBOX, "north", 1);
    private final XClient south = TwoApps.brand(SANDBOX, "south", 1);
    private final XClient east = TwoApps.brand(SANDBOX, "east", 2);

    @BeforeEach
    void start() {
        SANDBOX.control("POST", "/sandbox/reset");
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    @Seen(Where.SANDBOX)
    void eachBrandSendsItsOwnMessages() {
        // When
        north.dm(CAROL, "from the north");
        south.dm(CAROL, "from the south");
        // Then
        Answer inbox = SANDBOX.control("GET", "/sandbox/users/carol/inbox");
        assertThat(inbox.at("/0/from")).isEqualTo("south");
        assertThat(inbox.at("/1/from")).isEqualTo("north");
        assertThat(SANDBOX.control("GET", "/sandbox/users/carol/conversation?brand=south")
                        .json())
                .hasSize(1);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aBrandHasItsOwnLimitAndTheAppsLimitIsShared() {
        // When
        north.dm(CAROL, "1");
        north.dm(CAROL, "2");
        Answer northIsOut = north.dm(CAROL, "3");
        Answer southIsNot = south.dm(CAROL, "4");
        Answer theAppIsOut = south.dm(CAROL, "5");
        // Then
        assertThat(northIsOut.header("x-rate-limit-remaining")).isEqualTo("0");
        assertThat(southIsNot.status()).isEqualTo(201);
        assertThat(theAppIsOut.status()).isEqualTo(429);
        assertThat(theAppIsOut.header("x-rate-limit-remaining")).isEqualTo("1");
        assertThat(theAppIsOut.header("x-app-limit-24hour-remaining")).isEqualTo("0");
        assertThat(SANDBOX.control("GET", "/sandbox/budget?brand=south").at("/0/used"))
                .isEqualTo("1");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void anAppWithoutDmPermissionIsRejected() {
        // Then
        assertThat(east.dm(CAROL, "hi").at("/type")).endsWith("/oauth1-permissions");
        assertThat(east.v1Dm(CAROL, "hi").code()).isEqualTo(93);
        assertThat(east.get("/2/users/me").at("/data/username")).isEqualTo("east");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aTokenIsValidForItsOwnAppOnly() {
        assertThat(TwoApps.brand(SANDBOX, "north", 2)
                        .get("/1.1/account/verify_credentials.json")
                        .code())
                .isEqualTo(32);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void anAppWithoutACallbackCanUseThePinOnly() {
        // Given
        OAuth1App desktop =
                new OAuth1App(SANDBOX, Signer.brand().withToken("", "").withApp("key-2", "secret-2"));
        // Then
        assertThat(desktop.requestToken("http://localhost:1/").code()).isEqualTo(417);
        assertThat(desktop.requestToken("oob").status()).isEqualTo(200);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aWebhookGetsDeliveriesOfItsAppsBrandsSignedWithItsSecret() {
        try (WebhookReceiver one = new WebhookReceiver("secret-1");
                WebhookReceiver two = new WebhookReceiver("secret-2")) {
            // Given
            north.post("/2/webhooks", "{\"url\":\"" + one.url() + "\"}");
            east.post("/2/webhooks", "{\"url\":\"" + two.url() + "\"}");
            // When
            write("south");
            write("east");
            // Then
            await().until(() -> one.genuine().size() == 1 && two.genuine().size() == 1);
            assertThat(one.genuine().getFirst().at("/for_user_id").asString()).isEqualTo(TwoApps.SOUTH);
            assertThat(two.genuine().getFirst().at("/for_user_id").asString()).isEqualTo(TwoApps.EAST);
            assertThat(north.get("/2/webhooks").json().at("/data")).hasSize(1);
        }
    }

    @Test
    @Seen(Where.SANDBOX)
    void aUserCanFollowOneBrandOnly() {
        // When
        SANDBOX.control("POST", "/sandbox/users/bob/follow?brand=south");
        // Then
        assertThat(south.dm("2000000000000000002", "hi").status()).isEqualTo(201);
        assertThat(north.dm("2000000000000000002", "hi").status()).isEqualTo(403);
        assertThat(SANDBOX.control("GET", "/sandbox/users/bob?brand=south").at("/follows_brand"))
                .isEqualTo("true");
        assertThat(SANDBOX.control("GET", "/sandbox/users/bob").at("/follows_brand"))
                .isEqualTo("false");
        assertThat(SANDBOX.control("GET", "/sandbox/users?brand=south&prefix=bob")
                        .at("/0/follows_brand"))
                .isEqualTo("true");
        assertThat(SANDBOX.control("GET", "/sandbox/users/bob?brand=" + ALICE).status())
                .isEqualTo(400);
    }

    private void write(String brand) {
        SANDBOX.control("POST", "/sandbox/users/carol/dms?brand=" + brand, "{\"text\":\"hi\"}");
    }
}
