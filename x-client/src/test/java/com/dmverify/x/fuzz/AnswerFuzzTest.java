package com.dmverify.x.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.dmverify.x.Answer;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.XClient;
import com.dmverify.x.XError;
import com.dmverify.x.dm.content.Content;
import com.dmverify.x.dm.v1.NewMessage;
import com.dmverify.x.dm.v2.Draft;
import com.dmverify.x.dm.v2.EventQuery;
import com.dmverify.x.media.Category;
import com.dmverify.x.recorded.RecordedX;
import com.dmverify.x.recorded.Recording;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever X responds to any call, the result is an answer and never an exception. */
class AnswerFuzzTest {

    private static final int ROUNDS = 150;
    private static final List<Integer> STATUSES = List.of(200, 201, 204, 400, 401, 402, 403, 404, 409, 429, 500, 503);
    private static final UserId USER = new UserId("12");

    private static final Map<String, Function<XClient, Answer<?>>> DOORS = Map.ofEntries(
            Map.entry("send v2", x -> x.directMessages(ApiVersion.V2).send(USER, "T")),
            Map.entry("send v1", x -> x.directMessages(ApiVersion.V1_1).send(USER, "T")),
            Map.entry("recent v2", x -> x.directMessages(ApiVersion.V2).recentWith(USER)),
            Map.entry("recent v1", x -> x.directMessages(ApiVersion.V1_1).recentWith(USER)),
            Map.entry("page v2", x -> x.directMessages(ApiVersion.V2).recentWith(USER, "t")),
            Map.entry("page v1", x -> x.directMessages(ApiVersion.V1_1).recentWith(USER, "t")),
            Map.entry("user v2", x -> x.users(ApiVersion.V2).byHandle(new Handle("jack"))),
            Map.entry("user v1", x -> x.users(ApiVersion.V1_1).byId(USER)),
            Map.entry("group", x -> x.conversations().createGroup(List.of(USER, USER), Draft.text("T"))),
            Map.entry("events", x -> x.dmEvents().all(EventQuery.latest(10))),
            Map.entry("event", x -> x.dmEvents().one("20", EventQuery.latest(1))),
            Map.entry("delete", x -> x.dmEvents().delete("20")),
            Map.entry("create", x -> x.messageEvents().create(NewMessage.to(USER, Content.text("T")))),
            Map.entry("list", x -> x.messageEvents().list(50, null)),
            Map.entry("show", x -> x.messageEvents().show("20")),
            Map.entry("greetings", x -> x.welcomeMessages().list(50, null)),
            Map.entry("greeting", x -> x.welcomeMessages().show("20")),
            Map.entry("rules", x -> x.welcomeRules().list(50, null)),
            Map.entry("users v2", x -> x.userDirectory().byIds(List.of(USER))),
            Map.entry("followers v2", x -> x.userDirectory().followers(USER, 10, null)),
            Map.entry("lookup", x -> x.legacyUserDirectory().lookup(List.of(), List.of(USER))),
            Map.entry("friendship", x -> x.legacyUserDirectory().friendship(USER, USER)),
            Map.entry("follower ids", x -> x.legacyUserDirectory().followerIds(USER, 10, null)),
            Map.entry("media v2", x -> x.mediaUpload().upload(Category.DM_IMAGE, "image/png", new byte[1])),
            Map.entry("media v1", x -> x.legacyMediaUpload().status("20")),
            Map.entry("webhooks", x -> x.webhooks().list()),
            Map.entry("webhook", x -> x.webhooks().create(URI.create("https://example.com/x"))),
            Map.entry("subscribe", x -> x.activitySubscriptions().create("dm.received", USER, "t", "20")),
            Map.entry("subscriptions", x -> x.activitySubscriptions().list()),
            Map.entry("aaa v2", x -> x.accountActivity().subscribers("20")),
            Map.entry("aaa count", x -> x.accountActivity().count()),
            Map.entry("premium", x -> x.premiumAccountActivity("prod").webhooks()),
            Map.entry("premium there", x -> x.premiumAccountActivity("prod").isSubscribed()),
            Map.entry("enterprise", x -> x.enterpriseAccountActivity().subscribe("20")));

    private static final List<String> SAMPLES = List.of(
            "v1-dm-list.http",
            "v1-dm-created.http",
            "v2-dm-created.http",
            "v2-dm-events.http",
            "v1-user.http",
            "v2-user-not-found.http",
            "v1-plan.http",
            "edge-over-capacity.http");

    private static final List<String> MORE = List.of(
            "{\"data\":[{\"id\":\"1\",\"url\":\"https://x\",\"valid\":true,\"subscription_id\":\"1\",\"event_type\":\"a.b\","
                    + "\"filter\":{\"user_id\":\"1\"},\"username\":\"jack\"}],\"meta\":{\"next_token\":\"1\"},"
                    + "\"includes\":{\"users\":[{\"id\":\"1\"}],\"media\":[{\"media_key\":\"1\"}]}}",
            "{\"data\":{\"id\":\"1\",\"deleted\":true,\"application_id\":\"1\",\"subscriptions\":[{\"user_id\":\"1\"}],"
                    + "\"provisioned_count\":\"1\",\"subscriptions_count_all\":\"1\",\"expires_after_secs\":1,"
                    + "\"processing_info\":{\"state\":\"a\",\"check_after_secs\":1}}}",
            "{\"welcome_message\":{\"id\":\"1\",\"created_timestamp\":\"1\",\"message_data\":{\"text\":\"T\"}},\"name\":\"n\"}",
            "{\"relationship\":{\"source\":{\"id_str\":\"1\",\"following\":true,\"followed_by\":true,\"can_dm\":true},"
                    + "\"target\":{\"id_str\":\"1\"}},\"ids\":[\"1\"],\"next_cursor_str\":\"0\"}",
            "{\"title\":\"Invalid Request\",\"type\":\"https://api.x.com/2/problems/invalid-request\",\"status\":400,"
                    + "\"errors\":[{\"parameters\":{\"participant_id\":[\"1\"]},\"message\":\"m\",\"code\":349}]}");

    private final Fuzz fuzz = new Fuzz(Fuzz.SEED);
    private final Random random = new Random(Fuzz.SEED);

    @Test
    void aMutatedResponseIsAlwaysAnAnswer() {
        List<String> samples = Stream.concat(
                        SAMPLES.stream().map(file -> Recording.from(file).body()), MORE.stream())
                .toList();
        try (RecordedX x = new RecordedX();
                XClient client = x.client()) {
            for (int round = 0; round < ROUNDS; round++) {
                byte[] body = random.nextInt(10) == 0 ? fuzz.noise() : fuzz.mutation(samples);
                int status = random.nextInt(3) == 0 ? 200 : STATUSES.get(random.nextInt(STATUSES.size()));
                x.nowSays(Recording.of(status, status == 204 ? "" : new String(body, StandardCharsets.ISO_8859_1)));
                int number = round;
                DOORS.forEach((door, call) -> survives(number, door, () -> call.apply(client), body));
            }
        }
    }

    private static void survives(int round, String door, Supplier<Answer<?>> call, byte[] body) {
        try {
            if (call.get() instanceof Answer.Failed<?>(XError error, var _)) {
                assertThat(error.detail()).isNotNull();
            }
        } catch (RuntimeException e) {
            fail(
                    "seed %d, round %d, %s: %s"
                            .formatted(Fuzz.SEED, round, door, new String(body, StandardCharsets.ISO_8859_1)),
                    e);
        }
    }
}
