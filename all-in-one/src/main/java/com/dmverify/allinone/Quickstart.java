package com.dmverify.allinone;

import com.dmverify.cli.story.Cast;
import com.dmverify.cli.story.Http;
import com.dmverify.cli.story.KafkaEvidence;
import com.dmverify.cli.story.Story;
import com.dmverify.cli.story.StoryPrinter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/** What {@code ./quickstart} runs: starts the deployment, runs the story, and then runs until Ctrl-C. */
public final class Quickstart {

    private static final String ONCE = "--once";
    private static final String OFFSET = "--port-offset=";

    private Quickstart() {}

    /** {@code --once} ends after the story; {@code --port-offset=N} moves all ports. */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            run(arguments, out);
        } catch (RuntimeException e) {
            out.println();
            out.println("The story failed: " + innermost(e));
            out.println("The services' log: " + LogFile.file());
            exit(1);
        }
    }

    private static void run(String[] arguments, PrintStream out) throws InterruptedException {
        LoggerFactory.getILoggerFactory(); // initialized once, before several contexts use it at the same time
        Ports ports = Ports.documented(offset(arguments));
        ports.requireFree();
        StoryPrinter printer = new StoryPrinter(out);
        LocalDeployment deployment = new LocalDeployment(ports);
        Runtime.getRuntime().addShutdownHook(new Thread(deployment::close, "stop-deployment"));
        printer.line("Starting Kafka, Redis, the sandbox that simulates X, and the three services …");
        deployment.start(part -> printer.line("  ✓ " + part));
        try (KafkaEvidence kafka = new KafkaEvidence("127.0.0.1:" + ports.kafka())) {
            new Story(
                            printer,
                            new Http(ports.api(), deployment.secrets().apiKey()),
                            new Http(ports.sandbox(), null),
                            kafka,
                            Cast.shipped())
                    .run();
        }
        if (Arrays.asList(arguments).contains(ONCE)) {
            printer.line("\nEvery step had the expected result.");
            exit(0);
        }
        printAddresses(deployment, printer);
        new CountDownLatch(1).await();
    }

    private static void printAddresses(LocalDeployment deployment, StoryPrinter printer) {
        Ports ports = deployment.ports();
        printer.title("Your turn");
        printer.line(String.format(
                Locale.ROOT,
                """
                Everything runs until Ctrl-C.

                  the inboxes         http://localhost:%d
                  verification-api    http://localhost:%d    (described at /swagger-ui.html)
                  webhook-receiver    http://localhost:%d/webhooks/x
                  health and metrics  http://localhost:%d/actuator/health   (also %d, %d)
                  Kafka               localhost:%d
                  Redis               localhost:%d
                  log                 %s

                An API key for this run:

                API_KEY=%s

                  curl -s http://localhost:%d/v1/verifications -H 'Authorization: Bearer '$API_KEY \\
                       -H 'Content-Type: application/json' -d '{"target": {"handle": "@carol"}}'
                """,
                ports.sandbox(),
                ports.api(),
                ports.webhook(),
                Ports.managementOf(ports.api()),
                Ports.managementOf(ports.webhook()),
                Ports.managementOf(ports.sender()),
                ports.kafka(),
                ports.redis(),
                LogFile.file(),
                deployment.secrets().apiKey(),
                ports.api()));
    }

    private static int offset(String[] arguments) {
        for (String argument : arguments) {
            if (argument.startsWith(OFFSET)) {
                return Integer.parseInt(argument.substring(OFFSET.length()));
            }
            if (!argument.equals(ONCE)) {
                throw new IllegalArgumentException(
                        "unknown option " + argument + "; there are --once and --port-offset=N");
            }
        }
        return 0;
    }

    private static String innermost(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static void exit(int status) {
        System.exit(status);
    }
}
