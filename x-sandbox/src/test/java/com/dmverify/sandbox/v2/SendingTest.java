package com.dmverify.sandbox.v2;

import static com.dmverify.sandbox.testing.XClient.ALICE;
import static com.dmverify.sandbox.testing.XClient.BOB;
import static com.dmverify.sandbox.testing.XClient.CAROL;
import static com.dmverify.sandbox.testing.XClient.MALLORY;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.XClient;
import org.junit.jupiter.api.Test;

class SendingTest {

    private final Sandbox sandbox = Sandbox.fresh();
    private final XClient brand = sandbox.brand();

    @Test
    @Seen(Where.RECORDING)
    void anAcceptedDmIsA201WithIdsAndAnOddLocation() {
        // When
        Answer answer = brand.dm(ALICE, "Your code is 493021");
        // Then
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/data/dm_conversation_id")).isEqualTo("1000000000000000001-" + ALICE);
        String id = answer.at("/data/dm_event_id");
        assertThat(Long.parseLong(id)).isGreaterThan(1L << 53);
        assertThat(answer.header("location")).isEqualTo("https://api.twitter.com/2/dm_events/\"" + id + "\"");
        assertThat(answer.header("x-access-level")).isEqualTo("read-write-directmessages");
        assertThat(answer.header("date")).endsWith("GMT");
    }

    @Test
    @Seen(Where.SANDBOX)
    void anAcceptedDmIsInTheInbox() {
        // When
        String id = brand.dm(ALICE, "Your code is 493021").at("/data/dm_event_id");
        // Then
        Answer inbox = sandbox.control("GET", "/sandbox/users/" + ALICE + "/inbox");
        assertThat(inbox.at("/0/id")).isEqualTo(id);
        assertThat(inbox.at("/0/text")).isEqualTo("Your code is 493021");
        assertThat(inbox.at("/0/from")).isEqualTo("dmverify_demo");
    }

    @Test
    @Seen(Where.RECORDING)
    void aRecipientWithClosedDmsIsA403() {
        // When
        Answer answer = brand.dm(BOB, "hello");
        // Then
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.at("/title")).isEqualTo("Forbidden");
        assertThat(answer.at("/type")).isEqualTo("about:blank");
        assertThat(answer.at("/detail")).isEqualTo("You do not have permission to DM one or more participants.");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aFollowerAcceptsMessages() {
        // Given
        sandbox.control("POST", "/sandbox/users/" + BOB + "/follow");
        // When
        int afterFollow = brand.dm(BOB, "hello").status();
        sandbox.control("POST", "/sandbox/users/" + BOB + "/unfollow");
        // Then
        assertThat(afterFollow).isEqualTo(201);
        assertThat(brand.dm(BOB, "hello again").status()).isEqualTo(403);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aUserWhoWroteCanBeAnswered() {
        // When
        sandbox.control("POST", "/sandbox/users/" + BOB + "/dms", "{\"text\":\"hello brand\"}");
        // Then
        assertThat(brand.dm(BOB, "hello Bob").status()).isEqualTo(201);
    }

    @Test
    @Seen(Where.INFERENCE)
    void aBlockPreventsAllMessages() {
        // Given
        sandbox.control("POST", "/sandbox/users/" + CAROL + "/follow");
        // When
        sandbox.control("POST", "/sandbox/users/" + CAROL + "/block");
        // Then
        assertThat(brand.dm(CAROL, "hello").status()).isEqualTo(403);
        assertThat(brand.v1Dm(CAROL, "hello").code()).isEqualTo(349);
    }

    @Test
    @Seen(Where.INFERENCE)
    void aSuspendedRecipientIsA403WithAReason() {
        // When
        Answer answer = brand.dm(MALLORY, "hello");
        // Then
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.at("/detail")).startsWith("User has been suspended");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aMalformedMessageIsA400ThatNamesTheParameter() {
        // When
        Answer badId = brand.post("/2/dm_conversations/with/abc/messages", "{\"text\":\"x\"}");
        Answer unknown = brand.dm("42", "x");
        Answer unknownMember = brand.post("/2/dm_conversations/with/" + ALICE + "/messages", "{\"txt\":\"x\"}");
        Answer empty = brand.dm(ALICE, "");
        Answer notJson = brand.post("/2/dm_conversations/with/" + ALICE + "/messages", "{");
        // Then
        assertThat(badId.status()).isEqualTo(400);
        assertThat(badId.at("/title")).isEqualTo("Invalid Request");
        assertThat(badId.at("/errors/0/parameters/participant_id/0")).isEqualTo("abc");
        assertThat(badId.at("/errors/0/message"))
                .isEqualTo("The `participant_id` path parameter value [abc] is not valid");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknownMember.status()).isEqualTo(400);
        assertThat(empty.status()).isEqualTo(400);
        assertThat(notJson.status()).isEqualTo(400);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aMessageCanBeSentIntoAConversation() {
        // When
        Answer answer = brand.post(
                "/2/dm_conversations/1000000000000000001-" + ALICE + "/messages", "{\"text\":\"by conversation\"}");
        Answer strangers = brand.post("/2/dm_conversations/5-6/messages", "{\"text\":\"not mine\"}");
        // Then
        assertThat(answer.status()).isEqualTo(201);
        assertThat(strangers.status()).isEqualTo(400);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void eachGroupIsNewAndHasABareId() {
        // Given
        String group = "{\"conversation_type\":\"Group\",\"participant_ids\":[\"" + ALICE + "\",\"" + CAROL
                + "\"],\"message\":{\"text\":\"hi all\"}}";
        // When
        Answer first = brand.post("/2/dm_conversations", group);
        Answer second = brand.post("/2/dm_conversations", group);
        Answer again = brand.post(
                "/2/dm_conversations/" + first.at("/data/dm_conversation_id") + "/messages", "{\"text\":\"more\"}");
        // Then
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.at("/data/dm_conversation_id"))
                .matches("[0-9]{15,19}")
                .isNotEqualTo(second.at("/data/dm_conversation_id"));
        assertThat(again.status()).isEqualTo(201);
        assertThat(sandbox.control("GET", "/sandbox/users/" + ALICE + "/inbox").json())
                .hasSize(3);
    }
}
