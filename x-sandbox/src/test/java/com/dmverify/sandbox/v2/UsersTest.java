package com.dmverify.sandbox.v2;

import static com.dmverify.sandbox.testing.XClient.ALICE;
import static com.dmverify.sandbox.testing.XClient.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.XClient;
import org.junit.jupiter.api.Test;

class UsersTest {

    private final Sandbox sandbox = Sandbox.fresh();
    private final XClient brand = sandbox.brand();

    @Test
    @Seen(Where.DOCUMENTATION)
    void aUserIsFoundInAnyCaseAndHasThreeFields() {
        // When
        Answer answer = brand.get("/2/users/by/username/AlIcE");
        // Then
        assertThat(answer.text())
                .isEqualTo("{\"data\":{\"id\":\"" + ALICE + "\",\"name\":\"Alice\",\"username\":\"alice\"}}");
    }

    @Test
    @Seen(Where.RECORDING)
    void anUnknownUserIsA200WithErrors() {
        // When
        Answer answer = brand.get("/2/users/by/username/nosuch");
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().has("data")).isFalse();
        assertThat(answer.at("/errors/0/title")).isEqualTo("Not Found Error");
        assertThat(answer.at("/errors/0/detail")).isEqualTo("Could not find user with username: [nosuch].");
    }

    @Test
    @Seen(Where.RECORDING)
    void aSuspendedUserDiffersInTitleAndDetail() {
        // When
        Answer answer = brand.get("/2/users/by/username/mallory");
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/errors/0/title")).isEqualTo("Forbidden");
        assertThat(answer.at("/errors/0/detail")).isEqualTo("User has been suspended: [mallory].");
        assertThat(answer.at("/errors/0/type")).endsWith("/resource-not-found");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void anInvalidHandleIsA400() {
        assertThat(brand.get("/2/users/by/username/not-a-handle").status()).isEqualTo(400);
        assertThat(brand.get("/2/users/12345678901234567890").status()).isEqualTo(400);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aLookupOfManyReturnsDataAndErrors() {
        // When
        Answer answer = brand.get("/2/users/by?usernames=alice,nosuch,bob");
        // Then
        assertThat(answer.json().at("/data")).hasSize(2);
        assertThat(answer.json().at("/errors")).hasSize(1);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void relationshipsAreThoseOfTheCaller() {
        // When
        Answer alice = brand.get("/2/users/by/username/alice?user.fields=connection_status,receives_your_dm");
        Answer bob = brand.get("/2/users/by/username/bob?user.fields=connection_status,receives_your_dm");
        // Then
        assertThat(alice.at("/data/connection_status/0")).isEqualTo("followed_by");
        assertThat(alice.json().at("/data/receives_your_dm").booleanValue()).isTrue();
        assertThat(bob.json().at("/data/receives_your_dm").booleanValue()).isFalse();
        assertThat(bob.json().at("/data").has("connection_status")).isFalse();
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void meReturnsTheUserOfTheToken() {
        assertThat(brand.get("/2/users/me").at("/data/id")).isEqualTo(BRAND);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aReleasedHandleResolvesToItsNewOwner() {
        // Given
        sandbox.control("PATCH", "/sandbox/users/" + ALICE, "{\"username\":\"alice_new\"}");
        sandbox.control("POST", "/sandbox/users", "{\"username\":\"alice\"}");
        // When
        String now = brand.get("/2/users/by/username/alice").at("/data/id");
        // Then
        assertThat(now).isNotEmpty().isNotEqualTo(ALICE);
        assertThat(brand.get("/2/users/" + ALICE).at("/data/username")).isEqualTo("alice_new");
    }
}
