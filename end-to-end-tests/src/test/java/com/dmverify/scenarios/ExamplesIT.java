package com.dmverify.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.local.DeathWatch;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Java program of {@code docs/examples} starts a verification with common-schemas and Kafka's client alone. */
class ExamplesIT {

    private static final Duration TIME_OUT = Duration.ofMinutes(2);
    private static final Path PROGRAM = Path.of("..", "docs", "examples", "java", "StartByKafka.java");
    private static final Pattern OPENED = Pattern.compile("VerificationOpened (ver_[A-Za-z0-9]+)");

    /** Jars of the example: ours is common-schemas, the others belong to Avro and to Kafka's client. */
    private static final List<String> JARS = List.of(
            "common-schemas",
            "avro",
            "jackson-core",
            "jackson-databind",
            "jackson-annotations",
            "kafka-clients",
            "slf4j-api",
            "jspecify");

    private final SharedDeployment deployment = SharedDeployment.shared();

    @Test
    void aServiceStartsAVerificationAndReadsItsResult() throws Exception {
        // Given
        XUser user = deployment.aFollower();
        Path output = Files.createTempFile("example", ".log");

        // When
        Process program = start(user.handle(), output);
        try {
            await().atMost(TIME_OUT)
                    .untilAsserted(() -> assertThat(Files.readString(output)).containsPattern(OPENED));
            Applicant applicant = deployment.anApplicant().ofVerification(verification(output));
            assertThat(applicant.types(user.readsTheCode()).text("/result")).isEqualTo("approved");

            // Then
            assertThat(program.waitFor(TIME_OUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).as(Files.readString(output)).isZero();
            assertThat(Files.readString(output)).contains("VerificationSucceeded");
        } finally {
            program.destroyForcibly();
            Files.deleteIfExists(output);
        }
    }

    private Process start(String handle, Path output) throws IOException {
        Process program = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        classPath(),
                        PROGRAM.toString(),
                        "127.0.0.1:" + deployment.services.ports().kafka(),
                        handle)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        DeathWatch.over(program.pid());
        return program;
    }

    private static String verification(Path output) throws IOException {
        Matcher opened = OPENED.matcher(Files.readString(output));
        assertThat(opened.find()).isTrue();
        return opened.group(1);
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> JARS.stream().anyMatch(jar -> isOf(entry, jar)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A jar by its name, or a folder of compiled classes by that of its module. */
    private static boolean isOf(String entry, String jar) {
        Path path = Path.of(entry);
        return path.getFileName().toString().matches(Pattern.quote(jar) + "-[0-9][^/]*\\.jar")
                || (path.endsWith(Path.of("target", "classes"))
                        && path.getParent().getParent().endsWith(jar));
    }
}
