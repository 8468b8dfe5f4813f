package com.dmverify.cli.deadletter.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.CommandRun;
import com.dmverify.cli.deadletter.DeadLetter;
import com.dmverify.cli.deadletter.DeadLetterBuilder;
import com.dmverify.cli.deadletter.kafka.ReplayLog;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeadLettersIT {

    private static final String ORDERS = "verification.requested";
    private static final String DEAD_ORDERS = "verification.requested.dlt";
    private static final String ACTIVITIES = "x.activity";

    private static DeadLetterKafka kafka;

    @BeforeAll
    static void start() {
        kafka = new DeadLetterKafka();
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @BeforeEach
    void createTopics() throws Exception {
        kafka.deleteAllTopics();
        kafka.createTopics(ORDERS, DEAD_ORDERS, ACTIVITIES, "x.activity.dlt", "verification.events");
    }

    @Test
    void withoutDeadLettersThereIsNothingToDo() {
        for (CommandRun run : new CommandRun[] {
            kafka.run("list", "--json"),
            kafka.run("list", "--json", "--topic", "no.such"),
            kafka.run("replay", "--json", "--execute")
        }) {
            assertThat(run).isEqualTo(new CommandRun(0, "", ""));
        }
    }

    @Test
    void theDeadLettersOfAllTopicsAreListed() throws Exception {
        // Given
        kafka.add(
                DeadLetterBuilder.ofDmSender().build(),
                DeadLetterBuilder.ofVerificationApi().build(),
                DeadLetterBuilder.ofDmSender().build());

        // When
        CommandRun json = kafka.run("list", "--json");
        CommandRun text = kafka.run("list");

        // Then
        assertThat(json.code()).isZero();
        assertThat(json.each("position")).containsExactly(dead(0), dead(1), "x.activity.dlt-0@0");
        JsonNode first = json.json().getFirst();
        assertThat(first.at("/time").asString()).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(first.at("/state").asString()).isEqualTo("new");
        assertThat(first.at("/key").asString()).isEqualTo("demo");
        assertThat(first.at("/type").asString()).isEqualTo("VerificationRequested");
        assertThat(first.at("/subject").asString()).isEqualTo("ver_1");
        assertThat(first.at("/attempt").asString()).isEqualTo("3");
        assertThat(first.at("/origin").asString()).isEqualTo("verification.requested-3@1042");
        assertThat(first.at("/cause").asString()).isEqualTo("unknown account other");
        assertThat(text.lines().get(1)).startsWith(dead(0));
        assertThat(text.lines()).hasSize(5);
    }

    @Test
    void withAPrefixTheDeadLettersOfThatDeploymentAloneAreListed() throws Exception {
        // Given
        kafka.createTopics("blue.x.activity.dlt");
        kafka.add(
                DeadLetterBuilder.in("blue.x.activity.dlt")
                        .value(new byte[] {1})
                        .build(),
                DeadLetterBuilder.in("x.activity.dlt").value(new byte[] {2}).build());

        // When
        CommandRun all = kafka.run("list", "--json", "--topics-prefix", "blue.");
        CommandRun one = kafka.run("list", "--json", "--topics-prefix", "blue.", "--topic", "x.activity");
        CommandRun wrong = kafka.run("list", "--topics-prefix", "blue green");

        // Then
        assertThat(all.each("position")).containsExactly("blue.x.activity.dlt-0@0");
        assertThat(one.each("position")).containsExactly("blue.x.activity.dlt-0@0");
        assertThat(wrong.code()).isEqualTo(2);
    }

    @Test
    void everyTopicOfDeadLettersIsListedAndShown() throws Exception {
        // Given topics of any reader, with bytes of any kind
        kafka.createTopics("verification.events.dlt", "opt-outs.dlt", "anything.else.dlt");
        kafka.add(
                DeadLetterBuilder.in("verification.events.dlt")
                        .value(new byte[] {1})
                        .build(),
                DeadLetterBuilder.in("opt-outs.dlt").value(null).key(null).build(),
                DeadLetterBuilder.in("anything.else.dlt")
                        .event("ver_1", DeadLetterBuilder.order("ver_1"))
                        .build());

        // When
        CommandRun list = kafka.run("list", "--json");

        // Then
        assertThat(list.each("position"))
                .containsExactly("anything.else.dlt-0@0", "opt-outs.dlt-0@0", "verification.events.dlt-0@0");
        for (String position : list.each("position")) {
            CommandRun shown = kafka.run("show", position, "--json");
            assertThat(shown.code()).isZero();
            assertThat(shown.each("position")).containsExactly(position);
        }
    }

    @Test
    void theListIsFiltered() throws Exception {
        // Given
        kafka.add(
                DeadLetterBuilder.ofDmSender()
                        .writtenAt(DeadLetterBuilder.WRITTEN.minusSeconds(60))
                        .build(),
                DeadLetterBuilder.ofDmSender().build(),
                DeadLetterBuilder.ofDmSender()
                        .writtenAt(DeadLetterBuilder.WRITTEN.plusSeconds(60))
                        .build(),
                DeadLetterBuilder.ofVerificationApi().build());

        // When, Then
        assertThat(positions("--topic", ORDERS)).containsExactly(dead(0), dead(1), dead(2));
        assertThat(positions("--topic", "x.activity.dlt", "--topic=" + ORDERS)).hasSize(4);
        assertThat(positions("--cause", "BOOM")).containsExactly("x.activity.dlt-0@0");
        assertThat(positions("--since", "2026-11-20T10:00:00Z", "--topic", DEAD_ORDERS))
                .containsExactly(dead(1), dead(2));
        assertThat(positions("--since=2h", "--topic", DEAD_ORDERS)).containsExactly(dead(1), dead(2));
        assertThat(positions("--limit", "2")).containsExactly(dead(0), dead(1));
        assertThat(positions("--cause", "no such cause")).isEmpty();
        assertThat(positions("--since", "2026-11-20T11:00:00Z")).isEmpty();
    }

    @Test
    void aDeadLetterIsShownWithoutWhatAPersonWrote() throws Exception {
        // Given
        kafka.add(DeadLetterBuilder.ofVerificationApi().build());

        // When
        CommandRun run = kafka.run("show", "x.activity.dlt-0@0");
        CommandRun withTexts = kafka.run("show", "x.activity.dlt-0@0", "--with-texts");

        // Then
        assertThat(run.out()).contains("\"activity_id\" : \"a1\"").doesNotContain("Alice");
        assertThat(withTexts.out()).contains(DeadLetterBuilder.PRIVATE);
    }

    @Test
    void aDeadLetterThatDoesNotExistIsAFailure() {
        for (String position : new String[] {dead(7), "verification.requested.dlt-99@0", "no.such.dlt-0@0"}) {
            CommandRun shown = kafka.run("show", position);
            assertThat(shown.code()).isEqualTo(1);
            assertThat(shown.err()).contains(position);
        }
        CommandRun replayed = kafka.run("replay", "--execute", "--json", dead(7));
        assertThat(replayed.code()).isEqualTo(1);
        assertThat(replayed.each("result")).containsExactly("not_found");
    }

    @Test
    void aDryRunWritesNothing() throws Exception {
        // Given
        kafka.add(
                DeadLetterBuilder.ofDmSender().build(),
                DeadLetterBuilder.ofVerificationApi().build());

        // When
        CommandRun run = kafka.run("replay", "--json");

        // Then
        assertThat(run.code()).isZero();
        assertThat(run.each("position")).containsExactly(dead(0), "x.activity.dlt-0@0");
        assertThat(run.each("result")).containsOnly("would_be_replayed");
        assertThat(kafka.records(ORDERS)).isEmpty();
        assertThat(kafka.records(ACTIVITIES)).isEmpty();
        assertThat(kafka.hasTopic(ReplayLog.TOPIC)).isFalse();
    }

    @Test
    void aReplayWritesTheOriginalRecords() throws Exception {
        // Given
        DeadLetter letter = DeadLetterBuilder.ofDmSender().key("account-7").build();
        kafka.add(letter, DeadLetterBuilder.ofVerificationApi().build());

        // When
        CommandRun run = kafka.run("replay", "--execute", "--json");

        // Then
        assertThat(run.code()).isZero();
        assertThat(run.each("result")).containsExactly("replayed", "replayed");
        assertThat(kafka.records(ACTIVITIES)).hasSize(1);
        ConsumerRecord<byte[], byte[]> record = kafka.records(ORDERS).getFirst();
        assertThat(record.key()).isEqualTo(letter.record().key());
        assertThat(record.value()).isEqualTo(letter.record().value());
        assertThat(header(record, "ce_id")).isEqualTo("id-1");
        assertThat(header(record, "dlt-replayed-from")).isEqualTo(dead(0));
        assertThat(Arrays.stream(record.headers().toArray()).map(Header::key))
                .doesNotContain("dlt-cause", "dlt-attempt", "dlt-origin");
        assertThat(new TopicPartition(ORDERS, record.partition()))
                .isEqualTo(kafka.partitionOf(ORDERS, letter.record().key()));
    }

    @Test
    void aSecondReplaySkipsWhatWasReplayedUnlessItIsRequested() throws Exception {
        // Given
        kafka.add(
                DeadLetterBuilder.ofDmSender().build(),
                DeadLetterBuilder.ofDmSender().build());
        kafka.run("replay", "--execute", dead(1));
        kafka.run("replay", "--execute");
        kafka.add(DeadLetterBuilder.ofDmSender().build());

        // When
        CommandRun second = kafka.run("replay", "--execute", "--json");
        CommandRun dry = kafka.run("replay", "--json");
        CommandRun named = kafka.run("replay", "--execute", "--json", dead(0), dead(0));

        // Then
        assertThat(second.each("result")).containsExactly("skipped", "skipped", "replayed");
        assertThat(dry.each("result")).containsExactly("skipped", "skipped", "skipped");
        assertThat(named.each("result")).containsExactly("skipped");
        assertThat(kafka.records(ORDERS)).hasSize(3);
        assertThat(kafka.run("list", "--json").each("state")).containsExactly("replayed", "replayed", "replayed");

        // When
        CommandRun again = kafka.run("replay", "--execute", "--again", "--json");

        // Then
        assertThat(again.each("result")).containsExactly("replayed", "replayed", "replayed");
        assertThat(kafka.records(ORDERS)).hasSize(6);
    }

    @Test
    void aDeadLetterThatReturnsIsReplayedAsANewOne() throws Exception {
        // Given
        kafka.add(DeadLetterBuilder.ofDmSender().build());
        kafka.run("replay", "--execute");
        kafka.add(DeadLetterBuilder.ofDmSender()
                .header("dlt-replayed-from", dead(0))
                .build());

        // When
        CommandRun list = kafka.run("list", "--json");
        CommandRun replay = kafka.run("replay", "--execute", "--json");

        // Then
        assertThat(list.each("state")).containsExactly("replayed", "returned");
        assertThat(replay.each("result")).containsExactly("skipped", "replayed");
    }

    @Test
    void aTopicThatWasCreatedAgainHasNoReplayedDeadLetters() throws Exception {
        // Given
        kafka.add(DeadLetterBuilder.ofDmSender().build());
        kafka.run("replay", "--execute");
        kafka.deleteTopic(DEAD_ORDERS);
        kafka.createTopics(DEAD_ORDERS);
        kafka.add(DeadLetterBuilder.ofDmSender().build());

        // When
        CommandRun run = kafka.run("replay", "--execute", "--json");

        // Then
        assertThat(run.each("result")).containsExactly("replayed");
    }

    @Test
    void aDeadLetterThatCannotBeReplayedDoesNotStopTheOthers() throws Exception {
        // Given
        byte[] large = new byte[1024 * 1024 - 40];
        kafka.add(
                DeadLetterBuilder.in(DEAD_ORDERS).dlt("x", "1", "no.such-0@1").build(),
                DeadLetterBuilder.in(DEAD_ORDERS)
                        .value(large)
                        .dlt("x", "1", "verification.requested-0@1")
                        .build(),
                DeadLetterBuilder.in(DEAD_ORDERS)
                        .value(null)
                        .dlt("too large", "1", "verification.requested-2@77")
                        .header("dlt-shortened", "value")
                        .build(),
                DeadLetterBuilder.ofDmSender().build());

        // When
        CommandRun run = kafka.run("replay", "--execute", "--json");

        // Then
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json())
                .filteredOn(line -> line.at("/result").asString().equals("cannot_be_replayed"))
                .map(line -> line.at("/position").asString())
                .containsExactlyInAnyOrder(dead(0), dead(1), dead(2));
        assertThat(run.json())
                .filteredOn(line -> line.at("/position").asString().equals(dead(2)))
                .singleElement()
                .satisfies(line -> assertThat(line.at("/detail").asString()).contains("verification.requested-2@77"));
        assertThat(run.each("result")).contains("replayed");
        assertThat(kafka.records(ORDERS)).hasSize(1);
    }

    @Test
    void thousandsOfDeadLettersAreReplayedInTheirOrder() throws Exception {
        // Given
        int many = 4000;
        kafka.add(IntStream.range(0, many)
                .mapToObj(i -> DeadLetterBuilder.in(DEAD_ORDERS)
                        .value(String.valueOf(i).getBytes(UTF_8))
                        .build())
                .toArray(DeadLetter[]::new));

        // When
        CommandRun some = kafka.run("replay", "--execute", "--json", "--limit", "1100");
        CommandRun rest = kafka.run("replay", "--execute", "--json");

        // Then
        assertThat(some.each("result")).hasSize(1100).containsOnly("replayed");
        assertThat(Collections.frequency(rest.each("result"), "replayed")).isEqualTo(2900);
        assertThat(Collections.frequency(rest.each("result"), "skipped")).isEqualTo(1100);
        assertThat(kafka.records(ORDERS).stream().map(record -> new String(record.value(), UTF_8)))
                .containsExactlyElementsOf(
                        IntStream.range(0, many).mapToObj(String::valueOf).toList());
    }

    private static String dead(long offset) {
        return DEAD_ORDERS + "-0@" + offset;
    }

    private static Iterable<String> positions(String... filters) {
        String[] arguments = Arrays.copyOf(new String[] {"list", "--json"}, 2 + filters.length);
        System.arraycopy(filters, 0, arguments, 2, filters.length);
        return kafka.run(arguments).each("position");
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
