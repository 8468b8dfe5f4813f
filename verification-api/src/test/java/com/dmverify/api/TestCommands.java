package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.events.CancelVerification;
import com.dmverify.events.CommandRejected;
import com.dmverify.events.RequestVerification;
import com.dmverify.events.ResendMessage;
import com.dmverify.events.VerificationOpened;
import com.dmverify.schemas.EventCodec;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Another service: it writes commands to one topic and reads the answers from another. */
final class TestCommands {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);

    private final RunningApi api;
    private final String commands;
    private final String answers;
    private final EventCodec codec = new EventCodec();

    TestCommands(RunningApi api, String commands, String answers) {
        this.api = api;
        this.commands = commands;
        this.answers = answers;
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    static RequestVerification.Builder startOf(String commandId, String handle) {
        return RequestVerification.newBuilder()
                .setCommandId(commandId)
                .setTargetHandle(handle)
                .setReference(commandId);
    }

    void start(RequestVerification command) {
        tell(command.getCommandId(), command);
    }

    /** Starts one, and waits for its id. */
    String started(String commandId, String handle) {
        start(startOf(commandId, handle).build());
        return awaitOpened(commandId).getVerificationId();
    }

    void cancel(String commandId, String verification) {
        tell(commandId, new CancelVerification(commandId, verification));
    }

    void resend(String commandId, String verification) {
        tell(commandId, new ResendMessage(commandId, verification));
    }

    void tell(String key, SpecificRecord command) {
        api.tell(commands, key, command);
    }

    void tell(String key, byte[] bytes) {
        api.tell(commands, key, bytes);
    }

    VerificationOpened awaitOpened(String reference) {
        await().atMost(TIME_OUT)
                .untilAsserted(() -> assertThat(opened(reference)).isNotEmpty());
        return opened(reference).getFirst();
    }

    List<VerificationOpened> opened(String reference) {
        return answers(VerificationOpened.class)
                .filter(event -> reference.equals(event.getReference()))
                .toList();
    }

    CommandRejected awaitRejected(String commandId) {
        await().atMost(TIME_OUT)
                .untilAsserted(() -> assertThat(rejected(commandId)).isNotEmpty());
        return rejected(commandId).getFirst();
    }

    List<CommandRejected> rejected(String commandId) {
        return answers(CommandRejected.class)
                .filter(event -> commandId.equals(event.getCommandId()))
                .toList();
    }

    /** The names of the events of a verification that this service has read. */
    List<String> eventsOf(String verification) {
        return api.namesOf(answers, verification);
    }

    /** The records of rejections of this command, with key and headers. */
    List<ConsumerRecord<String, byte[]>> rejections(String commandId) {
        return api.recordsOf(answers, commandId);
    }

    private <T> Stream<T> answers(Class<T> type) {
        return api.heard().stream()
                .filter(record -> record.topic().equals(answers))
                .map(record -> codec.decode(record.value()))
                .filter(type::isInstance)
                .map(type::cast);
    }
}
