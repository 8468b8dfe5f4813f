package com.dmverify.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.deadletters.Desk.Answer;
import com.dmverify.deadletters.broker.Journal;
import com.dmverify.deadletters.letter.ALetter;
import com.dmverify.deadletters.letter.Letter;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLettersIT {

    private static final String ORDERS = "verification.requested";
    private static final String DEAD_ORDERS = "verification.requested.dlt";
    private static final String ACTIVITIES = "x.activity";

    private static Desk operator;

    @BeforeAll
    static void sitDown() {
        operator = new Desk();
    }

    @AfterAll
    static void goHome() {
        operator.close();
    }

    @BeforeEach
    void beginAnew() throws Exception {
        operator.deleteAllTopics();
        operator.makeTopics(ORDERS, DEAD_ORDERS, ACTIVITIES, "x.activity.dlt", "verification.events");
    }

    @Test
    void withoutLettersItSaysSo() {
        // When
        Answer list = operator.types("list");
        Answer replay = operator.types("replay", "--execute");

        // Then
        assertThat(list).isEqualTo(new Answer(0, "No dead letters.\n", ""));
        assertThat(replay).isEqualTo(new Answer(0, "No dead letters replayed.\n", ""));
        assertThat(operator.types("list", "--topic", "no.such").code()).isZero();
    }

    @Test
    void listsTheLettersOfAllTopics() throws Exception {
        // Given
        operator.receives(
                ALetter.ofTheSender().build(),
                ALetter.ofTheApi().build(),
                ALetter.ofTheSender().build());

        // When
        Answer answer = operator.types("list");

        // Then
        assertThat(answer.code()).isZero();
        assertThat(answer.lines()).hasSize(5);
        assertThat(answer.lines().get(1))
                .startsWith("verification.requested.dlt-0@0")
                .contains("new", "demo", "VerificationRequested", "ver_1", "3", "verification.requested-3@1042")
                .endsWith("unknown account nobody");
        assertThat(answer.lines().get(2)).startsWith("verification.requested.dlt-0@1");
        assertThat(answer.lines().get(3)).startsWith("x.activity.dlt-0@0").endsWith("boom");
        assertThat(answer.lines().getLast()).isEqualTo("3 dead letters, 0 of them replayed.");
    }

    @Test
    void everyTopicOfDeadLettersIsListedAndShown() throws Exception {
        // Given topics of any reader, with bytes of any kind
        operator.makeTopics("verification.events.dlt", "opt-outs.dlt", "anything.else.dlt");
        operator.receives(
                ALetter.in("verification.events.dlt").value(new byte[] {1}).build(),
                ALetter.in("opt-outs.dlt").value(null).key(null).build(),
                ALetter.in("anything.else.dlt")
                        .event("ver_1", ALetter.order("ver_1"))
                        .build());

        // When, Then
        assertThat(letters("list"))
                .containsExactly("anything.else.dlt-0@0", "opt-outs.dlt-0@0", "verification.events.dlt-0@0");
        for (String letter : letters("list")) {
            Answer shown = operator.types("show", letter);
            assertThat(shown.code()).isZero();
            assertThat(shown.out()).contains("\"letter\" : \"" + letter + "\"");
        }
    }

    @Test
    void aLetterThatLacksItsValueIsNotReplayed() throws Exception {
        // Given
        operator.receives(ALetter.in(DEAD_ORDERS)
                .value(null)
                .dlt("too large", "1", "verification.requested-2@77")
                .header("dlt-shortened", "value")
                .build());

        // When
        Answer answer = operator.types("replay", "--execute");

        // Then
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).contains("verification.requested-2@77");
        assertThat(operator.records(ORDERS)).isEmpty();
    }

    @Test
    void listsWhatMeetsTheCriteria() throws Exception {
        // Given
        operator.receives(
                ALetter.ofTheSender()
                        .writtenAt(ALetter.WRITTEN.minusSeconds(60))
                        .build(),
                ALetter.ofTheSender().build(),
                ALetter.ofTheSender().writtenAt(ALetter.WRITTEN.plusSeconds(60)).build(),
                ALetter.ofTheApi().build());

        // When, Then
        assertThat(letters("list", "--topic", ORDERS)).containsExactly(dead(0), dead(1), dead(2));
        assertThat(letters("list", "--cause", "BOOM")).containsExactly("x.activity.dlt-0@0");
        assertThat(letters("list", "--since", "2026-11-20T10:00:00Z", "--topic", DEAD_ORDERS))
                .containsExactly(dead(1), dead(2));
        assertThat(letters("list", "--limit", "2")).containsExactly(dead(0), dead(1));
        assertThat(operator.types("list", "--cause", "nobody knows").out())
                .isEqualTo("No dead letters that meet these criteria.\n");
        assertThat(operator.types("list", "--since", "2026-11-20T11:00:00Z").out())
                .isEqualTo("No dead letters that meet these criteria.\n");
    }

    @Test
    void showsOneLetterWithoutWhatAPersonWrote() throws Exception {
        // Given
        operator.receives(ALetter.ofTheApi().build());

        // When
        Answer discreet = operator.types("show", "x.activity.dlt-0@0");
        Answer open = operator.types("show", "x.activity.dlt-0@0", "--with-texts");

        // Then
        assertThat(discreet.out()).contains("\"activity_id\" : \"a1\"").doesNotContain("Alice");
        assertThat(open.out()).contains(ALetter.PRIVATE);
    }

    @Test
    void aLetterThatIsNotThereIsNotThere() {
        for (String nowhere : new String[] {dead(7), "verification.requested.dlt-99@0", "no.such.dlt-0@0"}) {
            assertThat(operator.types("show", nowhere))
                    .isEqualTo(new Answer(0, "There is no dead letter " + nowhere + ".\n", ""));
        }
        assertThat(operator.types("replay", "--execute", dead(7)).code()).isEqualTo(1);
    }

    @Test
    void aDryRunWritesNothing() throws Exception {
        // Given
        operator.receives(ALetter.ofTheSender().build(), ALetter.ofTheApi().build());

        // When
        Answer answer = operator.types("replay");

        // Then
        assertThat(answer.code()).isZero();
        assertThat(answer.lines())
                .containsExactly(
                        dead(0) + " would go to verification.requested, key demo",
                        "x.activity.dlt-0@0 would go to x.activity, key demo",
                        "2 dead letters would be replayed. Nothing was written: --execute does it.");
        assertThat(operator.records(ORDERS)).isEmpty();
        assertThat(operator.records(ACTIVITIES)).isEmpty();
        assertThat(operator.hasTopic(Journal.TOPIC)).isFalse();
    }

    @Test
    void aReplayWritesTheRecordsAsTheyWere() throws Exception {
        // Given
        Letter letter = ALetter.ofTheSender().key("account-7").build();
        operator.receives(letter);

        // When
        Answer answer = operator.types("replay", "--execute");

        // Then
        assertThat(answer.code()).isZero();
        assertThat(answer.lines().getLast()).isEqualTo("1 dead letter replayed.");
        ConsumerRecord<byte[], byte[]> back = operator.records(ORDERS).getFirst();
        assertThat(back.key()).isEqualTo(letter.record().key());
        assertThat(back.value()).isEqualTo(letter.record().value());
        assertThat(header(back, "ce_id")).isEqualTo("id-1");
        assertThat(header(back, "dlt-replayed-from")).isEqualTo(dead(0));
        assertThat(Arrays.stream(back.headers().toArray()).map(Header::key))
                .doesNotContain("dlt-cause", "dlt-attempt", "dlt-origin");
        assertThat(new TopicPartition(ORDERS, back.partition()))
                .isEqualTo(operator.placeOf(ORDERS, letter.record().key()));
    }

    @Test
    void aSecondReplayWritesNothingUnlessToldTo() throws Exception {
        // Given
        operator.receives(ALetter.ofTheSender().build(), ALetter.ofTheSender().build());
        operator.types("replay", "--execute", dead(1));
        operator.types("replay", "--execute");
        operator.receives(ALetter.ofTheSender().build());

        // When
        Answer again = operator.types("replay", "--execute");
        Answer dry = operator.types("replay");
        Answer named = operator.types("replay", "--execute", dead(0));

        // Then
        assertThat(again.lines().getLast())
                .isEqualTo(
                        "1 dead letter replayed, 2 replayed before and passed over (--again writes them once more).");
        assertThat(dry.lines()).hasSize(1);
        assertThat(named.lines().getLast()).startsWith("No dead letters replayed, 1 replayed before");
        assertThat(operator.records(ORDERS)).hasSize(3);
        assertThat(operator.types("list").out()).contains("replayed").contains("3 dead letters, 3 of them replayed.");

        // When
        operator.types("replay", "--execute", "--again");

        // Then
        assertThat(operator.records(ORDERS)).hasSize(6);
    }

    @Test
    void aLetterThatCameBackIsANewOne() throws Exception {
        // Given
        operator.receives(ALetter.ofTheSender().build());
        operator.types("replay", "--execute");
        operator.receives(
                ALetter.ofTheSender().header("dlt-replayed-from", dead(0)).build());

        // When
        Answer list = operator.types("list");
        Answer replay = operator.types("replay", "--execute");

        // Then
        assertThat(list.lines().get(1)).contains(" replayed ");
        assertThat(list.lines().get(2)).contains(" came back ");
        assertThat(replay.lines().getFirst()).startsWith(dead(1) + " went to " + ORDERS);
        assertThat(replay.lines()).hasSize(2);
    }

    @Test
    void aTopicThatWasMadeAgainBeginsWithACleanSlate() throws Exception {
        // Given
        operator.receives(ALetter.ofTheSender().build());
        operator.types("replay", "--execute");
        operator.deleteTopic(DEAD_ORDERS);
        operator.makeTopics(DEAD_ORDERS);
        operator.receives(ALetter.ofTheSender().build());

        // When
        Answer answer = operator.types("replay", "--execute");

        // Then
        assertThat(answer.lines().getLast()).isEqualTo("1 dead letter replayed.");
    }

    @Test
    void whatCannotGoBackHoldsUpNobody() throws Exception {
        // Given
        byte[] large = new byte[1024 * 1024 - 40];
        operator.receives(
                ALetter.in(DEAD_ORDERS).dlt("x", "1", "no.such-0@1").build(),
                ALetter.in(DEAD_ORDERS)
                        .value(large)
                        .dlt("x", "1", "verification.requested-0@1")
                        .build(),
                ALetter.ofTheSender().build());

        // When
        Answer answer = operator.types("replay", "--execute");

        // Then
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).contains(dead(0) + " cannot go back: there is no topic no.such\n");
        assertThat(answer.out()).contains(dead(1) + " cannot go back: ");
        assertThat(answer.lines().getLast()).isEqualTo("1 dead letter replayed, 2 cannot go back.");
        assertThat(operator.records(ORDERS)).hasSize(1);
    }

    @Test
    void thousandsOfLettersGoBackInTheirOrder() throws Exception {
        // Given
        int many = 4000;
        operator.receives(IntStream.range(0, many)
                .mapToObj(i -> ALetter.in(DEAD_ORDERS)
                        .value(String.valueOf(i).getBytes(UTF_8))
                        .build())
                .toArray(Letter[]::new));

        // When
        Answer some = operator.types("replay", "--execute", "--limit", "1100");
        Answer rest = operator.types("replay", "--execute");

        // Then
        assertThat(some.lines().getLast()).startsWith("1100 dead letters replayed");
        assertThat(rest.lines().getLast()).startsWith("2900 dead letters replayed, 1100 replayed before");
        assertThat(operator.records(ORDERS).stream().map(record -> new String(record.value(), UTF_8)))
                .containsExactlyElementsOf(
                        IntStream.range(0, many).mapToObj(String::valueOf).toList());
    }

    private static String dead(long offset) {
        return DEAD_ORDERS + "-0@" + offset;
    }

    /** The first column. */
    private static Iterable<String> letters(String... words) {
        return operator.types(words).lines().stream()
                .filter(line -> line.contains(".dlt-"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
