package com.dmverify.cli.deadletter.command;

import com.dmverify.cli.deadletter.kafka.DeadLetterReader;
import com.dmverify.cli.deadletter.kafka.KafkaErrors;
import com.dmverify.cli.deadletter.kafka.KafkaSettings;
import com.dmverify.cli.terminal.NotBlankConverter;
import com.dmverify.cli.terminal.Terminal;
import com.dmverify.schemas.TopicNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that name a Kafka: as the option says, else its file of properties, else the environment. */
final class KafkaOptions {

    private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";

    private final Terminal terminal;

    private @Nullable String bootstrapServers;

    private @Nullable String topicsPrefix;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            converter = ClientProperties.Converter.class,
            description = "Properties of Kafka's clients, as Kafka's own tools read them: security.protocol,"
                    + " sasl.jaas.config, time-outs.")
    private ClientProperties commandConfig = new ClientProperties(Map.of());

    KafkaOptions(Terminal terminal) {
        this.terminal = terminal;
    }

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            converter = NotBlankConverter.class,
            description = "Brokers of Kafka, several with commas. Default: bootstrap.servers of --command-config,"
                    + " KAFKA_BOOTSTRAP_SERVERS, SPRING_KAFKA_BOOTSTRAP_SERVERS, localhost:9092.")
    void setBootstrapServers(String servers) {
        bootstrapServers = servers;
    }

    @Option(
            names = "--topics-prefix",
            paramLabel = "TEXT",
            converter = PrefixConverter.class,
            description =
                    "Only topics of the deployment with this prefix. Default: DMVERIFY_TOPICS_PREFIX, as the services"
                            + " have it, else all topics.")
    void setTopicsPrefix(String prefix) {
        topicsPrefix = prefix;
    }

    KafkaSettings settings() {
        Map<String, String> given = new HashMap<>(commandConfig.values());
        Optional<String> inFile = Optional.ofNullable(given.remove(BOOTSTRAP_SERVERS));
        String servers = Optional.ofNullable(bootstrapServers)
                .or(() -> inFile)
                .or(() -> terminal.variable("KAFKA_BOOTSTRAP_SERVERS"))
                // The one that the services of a cluster have anyway.
                .or(() -> terminal.variable("SPRING_KAFKA_BOOTSTRAP_SERVERS"))
                .orElse("localhost:9092");
        String prefix = Optional.ofNullable(topicsPrefix)
                .or(() -> terminal.variable("DMVERIFY_TOPICS_PREFIX"))
                .orElse("");
        return new KafkaSettings(servers, given, new TopicNames(prefix));
    }

    /** Connects and runs the action. Returns its exit code; an error of Kafka becomes one sentence. */
    int connect(ToIntFunction<DeadLetterReader> action) {
        KafkaSettings settings = settings();
        try (DeadLetterReader letters = new DeadLetterReader(settings)) {
            return action.applyAsInt(letters);
        } catch (KafkaException e) {
            throw KafkaErrors.translate(e, settings);
        }
    }

    /** Checks what Kafka allows in the name of a topic. */
    static final class PrefixConverter implements ITypeConverter<String> {

        @Override
        public String convert(String prefix) {
            try {
                return new TopicNames(prefix).prefix();
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
