package com.dmverify.sandbox.twitter4j;

import static com.dmverify.sandbox.testing.XClient.ALICE;
import static com.dmverify.sandbox.testing.XClient.CAROL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.dmverify.sandbox.testing.Http;
import com.dmverify.sandbox.testing.Query;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import twitter4j.AccessToken;
import twitter4j.OAuthAuthorization;
import twitter4j.RequestToken;
import twitter4j.Twitter;
import twitter4j.TwitterException;
import twitter4j.v1.DirectMessage;
import twitter4j.v1.DirectMessageList;
import twitter4j.v1.IDs;
import twitter4j.v1.QuickReply;
import twitter4j.v1.TwitterV1;
import twitter4j.v1.UploadedMedia;
import twitter4j.v1.User;

/** Twitter4J, a client for X, works with the sandbox unchanged. */
@Seen(Where.RECORDING)
class Twitter4jTest {

    private static final long ALICE_ID = Long.parseLong(ALICE);

    private final Sandbox sandbox = Sandbox.fresh();
    private final TwitterV1 twitter = Twitter4jClient.at(sandbox).v1();

    @AfterEach
    void reset() {
        Sandbox.fresh();
    }

    @Test
    void verifiesCredentials() throws TwitterException {
        // When
        User me = twitter.users().verifyCredentials();
        // Then
        assertThat(me.getScreenName()).isEqualTo("dmverify_demo");
        assertThat(me.getId()).isEqualTo(1000000000000000001L);
        assertThat(me.getFollowersCount()).isEqualTo(1);
        assertThat(me.getCreatedAt()).isNotNull();
    }

    @Test
    void looksUpUsers() throws TwitterException {
        assertThat(twitter.users().lookupUsers("Alice", "mallory", "nobody"))
                .extracting(User::getId)
                .containsExactly(ALICE_ID);
        assertThat(twitter.users().showUser("carol").getId()).isEqualTo(Long.parseLong(CAROL));
        assertThat(twitter.friendsFollowers()
                        .showFriendship("dmverify_demo", "bob")
                        .canSourceDm())
                .isFalse();
        refused(404, 17, () -> twitter.users().lookupUsers("nobody"));
        refused(404, 50, () -> twitter.users().showUser("nobody"));
        refused(403, 63, () -> twitter.users().showUser("mallory"));
    }

    @Test
    void sendsShowsAndDestroys() throws TwitterException {
        // When
        DirectMessage sent = twitter.directMessages().sendDirectMessage(ALICE_ID, "Your code is 493021 & <more>");
        DirectMessage shown = twitter.directMessages().showDirectMessage(sent.getId());
        twitter.directMessages().destroyDirectMessage(sent.getId());
        // Then
        assertThat(sent.getRecipientId()).isEqualTo(ALICE_ID);
        assertThat(sent.getCreatedAt()).isNotNull();
        assertThat(shown.getText()).contains("493021");
        assertThat(sandbox.control("GET", "/sandbox/users/alice/inbox").at("/0/text"))
                .isEqualTo("Your code is 493021 & <more>");
        refused(404, 34, () -> twitter.directMessages().showDirectMessage(sent.getId()));
    }

    @Test
    void sendsToAHandle() throws TwitterException {
        assertThat(twitter.directMessages().sendDirectMessage("carol", "hi").getRecipientId())
                .isEqualTo(Long.parseLong(CAROL));
    }

    @Test
    void listsToTheEndOfTheCursor() throws TwitterException {
        // Given
        for (int i = 0; i < 5; i++) {
            twitter.directMessages().sendDirectMessage(ALICE_ID, "number " + i);
        }
        List<String> found = new ArrayList<>();
        // When
        DirectMessageList page = twitter.directMessages().getDirectMessages(2);
        page.forEach(message -> found.add(message.getText()));
        while (page.getNextCursor() != null) {
            page = twitter.directMessages().getDirectMessages(2, page.getNextCursor());
            page.forEach(message -> found.add(message.getText()));
        }
        // Then
        assertThat(found).containsExactly("number 4", "number 3", "number 2", "number 1", "number 0");
    }

    @Test
    void offersQuickRepliesAndReadsTheAnswer() throws TwitterException {
        // When
        DirectMessage sent = twitter.directMessages()
                .sendDirectMessage(
                        ALICE_ID,
                        "Was it you?",
                        QuickReply.of("Yes", "It was me", "yes"),
                        QuickReply.of("No", "Not me", "no"));
        sandbox.control("POST", "/sandbox/users/alice/dms", "{\"text\":\"Yes\",\"quick_reply_metadata\":\"yes\"}");
        // Then
        assertThat(sent.getQuickReplies()).extracting(reply -> reply.metadata).containsExactly("yes", "no");
        assertThat(twitter.directMessages().getDirectMessages(1).getFirst().getQuickReplyResponse())
                .isEqualTo("yes");
    }

    @Test
    void readsLinks() throws TwitterException {
        // When
        DirectMessage sent = twitter.directMessages().sendDirectMessage(ALICE_ID, "see https://example.com/a");
        // Then
        assertThat(sent.getText()).startsWith("see https://t.co/");
        assertThat(sent.getURLEntities()).hasSize(1);
        assertThat(sent.getURLEntities()[0].getExpandedURL()).isEqualTo("https://example.com/a");
        assertThat(sent.getURLEntities()[0].getStart()).isEqualTo(4);
    }

    @Test
    void uploadsInOneCallAndInChunks() throws TwitterException {
        // Given
        byte[] picture = new byte[300_000];
        // When
        UploadedMedia media = twitter.tweets().uploadMedia("a.jpg", new ByteArrayInputStream(picture));
        UploadedMedia film = twitter.tweets().uploadMediaChunked("a.mp4", new ByteArrayInputStream(picture));
        DirectMessage sent = twitter.directMessages().sendDirectMessage(ALICE_ID, "look", media.getMediaId());
        // Then
        assertThat(media.getSize()).isEqualTo(300_000);
        assertThat(film.getMediaId()).isPositive();
        assertThat(sent.getMediaEntities()).hasSize(1);
        assertThat(sent.getMediaEntities()[0].getId()).isEqualTo(media.getMediaId());
    }

    @Test
    void pagesThroughFollowers() throws TwitterException {
        // Given
        sandbox.control("POST", "/sandbox/users/bulk", "{\"count\":30,\"prefix\":\"fan\"}");
        List<Long> found = new ArrayList<>();
        long cursor = -1;
        // When
        do {
            IDs page = twitter.friendsFollowers().getFollowersIDs("dmverify_demo", cursor, 10);
            for (long id : page.getIDs()) {
                found.add(id);
            }
            cursor = page.getNextCursor();
        } while (cursor != 0);
        // Then
        assertThat(found).doesNotHaveDuplicates().hasSize(31);
        assertThat(twitter.friendsFollowers().getFollowersList("dmverify_demo", -1, 200))
                .hasSize(31);
    }

    @Test
    void isRejectedWith349ByABlockingUser() {
        // Given
        sandbox.control("POST", "/sandbox/users/carol/block");
        // Then
        refused(403, 349, () -> twitter.directMessages().sendDirectMessage(Long.parseLong(CAROL), "hi"));
        refused(403, 150, () -> twitter.directMessages().sendDirectMessage(2000000000000000002L, "hi"));
    }

    @Test
    void isRejectedWith429WhenTheLimitIsUsed() throws TwitterException {
        // Given
        sandbox.control("PUT", "/sandbox/limits", "{\"v1_dm_24h\":1}");
        twitter.directMessages().sendDirectMessage(ALICE_ID, "the only one");
        // When
        TwitterException refusal =
                refused(429, 88, () -> twitter.directMessages().sendDirectMessage(ALICE_ID, "one too many"));
        // Then
        assertThat(refusal.exceededRateLimitation()).isTrue();
    }

    @Test
    void readsWhatIsLeftOfALimit() throws TwitterException {
        // When
        DirectMessageList list = twitter.directMessages().getDirectMessages(1);
        // Then
        assertThat(list.getRateLimitStatus().getLimit()).isEqualTo(15);
        assertThat(list.getRateLimitStatus().getRemaining()).isEqualTo(14);
        assertThat(list.getRateLimitStatus().getSecondsUntilReset()).isBetween(800, 901);
    }

    @Test
    void completesTheThreeSteps() throws TwitterException {
        // Given
        OAuthAuthorization authorization = OAuthAuthorization.newBuilder()
                .load(Twitter4jClient.addresses(sandbox))
                .build();
        // When
        RequestToken request = authorization.getOAuthRequestToken("http://localhost:1/back");
        String back = Http.send(HttpRequest.newBuilder(URI.create(request.getAuthorizationURL()))
                        .header("content-type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("decision=approve&user=alice")))
                .header("location");
        AccessToken access = authorization.getOAuthAccessToken(
                request, Query.of(URI.create(back)).get("oauth_verifier"));
        Twitter alice = Twitter4jClient.with(sandbox, access.getToken(), access.getTokenSecret());
        // Then
        assertThat(access.getScreenName()).isEqualTo("alice");
        assertThat(access.getUserId()).isEqualTo(ALICE_ID);
        assertThat(alice.v1().users().verifyCredentials().getId()).isEqualTo(ALICE_ID);
    }

    @Test
    void isRejectedWithWrongCredentials() {
        // Given
        TwitterV1 liar = Twitter4jClient.with(sandbox, "1000000000000000001-sandbox", "wrong")
                .v1();
        // Then
        refused(401, 32, () -> liar.users().verifyCredentials());
    }

    private static TwitterException refused(int status, int code, Call call) {
        TwitterException refusal = assertThatExceptionOfType(TwitterException.class)
                .isThrownBy(call::make)
                .actual();
        assertThat(refusal.getStatusCode()).isEqualTo(status);
        assertThat(refusal.getErrorCode()).isEqualTo(code);
        return refusal;
    }

    /** A call of the client. */
    private interface Call {

        void make() throws TwitterException;
    }
}
