import com.dmverify.events.CommandRejected;
import com.dmverify.events.RequestVerification;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import com.dmverify.schemas.UndecodableEventException;
import com.dmverify.schemas.UnknownSchemaException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Starts a verification by a Kafka command and reads what becomes of it, with common-schemas and Kafka's client alone:
 * {@code java -cp … StartByKafka.java localhost:9092 alice [tenant]}. Ends with 0 when the person is verified, with 1 if the
 * command was rejected or the verification ended otherwise.
 */
public class StartByKafka {

    private static final EventCodec CODEC = new EventCodec();

    public static void main(String[] arguments) throws Exception {
        String brokers = arguments[0];
        String handle = arguments[1];
        String suffix = arguments.length > 2 ? "." + arguments[2] : "";

        // The idempotency key: kept with the order that it is for, so that a repeat starts nothing twice.
        String commandId = UUID.randomUUID().toString();
        RequestVerification command = RequestVerification.newBuilder()
                .setCommandId(commandId)
                .setTargetHandle(handle)
                .setPurpose("Link your X account to the example")
                .setReference("example-" + commandId)
                .setMetadata(Map.of("program", "StartByKafka"))
                .build();

        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", brokers, "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer());
                // Each consumer group reads every event once. This one lives as long as the program.
                KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", brokers,
                                "group.id", "example-" + commandId,
                                "auto.offset.reset", "earliest",
                                "enable.auto.commit", "false"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.VERIFICATION_EVENTS + suffix));
            producer.send(new ProducerRecord<>(
                            Topics.VERIFICATION_COMMANDS + suffix, commandId, CODEC.encode(command)))
                    .get();
            System.out.println("asked for a verification of @" + handle + ": command " + commandId);
            System.exit(follow(consumer, command));
        }
    }

    private static int follow(KafkaConsumer<String, byte[]> consumer, RequestVerification command) {
        long highest = 0; // events may come twice: their sequence says which are new
        while (true) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                SpecificRecord event = decode(record);
                if (event instanceof CommandRejected rejected
                        && rejected.getCommandId().equals(command.getCommandId())) {
                    System.out.println("rejected: " + rejected.getProblemCode() + " " + rejected.getDetail());
                    return 1;
                }
                if (event == null || !command.getReference().equals(field(event, "reference"))) {
                    continue;
                }
                long sequence = field(event, "sequence") instanceof Long number ? number : 0;
                if (sequence <= highest) {
                    continue;
                }
                highest = sequence;
                String name = event.getSchema().getName();
                System.out.println(sequence + ". " + name + " " + field(event, "verification_id"));
                switch (name) {
                    case "VerificationSucceeded" -> {
                        return 0;
                    }
                    case "VerificationExpired", "VerificationExhausted", "VerificationCanceled", "VerificationFailed" -> {
                        return 1;
                    }
                    default -> {
                        // it goes on
                    }
                }
            }
        }
    }

    /** Null for a record that this version of common-schemas cannot read: a service would try it again later. */
    private static SpecificRecord decode(ConsumerRecord<String, byte[]> record) {
        try {
            return CODEC.decode(record.value());
        } catch (UndecodableEventException | UnknownSchemaException e) {
            System.err.println(record.topic() + "-" + record.partition() + "@" + record.offset() + ": " + e.getMessage());
            return null;
        }
    }

    private static Object field(SpecificRecord event, String name) {
        Schema.Field field = event.getSchema().getField(name);
        return field == null ? null : event.get(field.pos());
    }
}
