package com.dmverify.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningProgramTest {

    @TempDir
    Path logs;

    @Test
    void isReadyWhenItAnswersAndGoneWhenClosed() {
        // Given
        Program answering = Program.of("answering", "any", Answering.class.getName());
        // When
        RunningProgram running = launch().run(answering.argument(answering.url().getPort()));
        // Then
        assertThat(ResidentMemory.of(running.pid())).isGreaterThan(10);
        running.close();
        assertThat(ProcessHandle.of(running.pid())).isEmpty();
    }

    @Test
    void aProgramThatEndsAtItsStartIsAnErrorWithItsOutput() {
        // Given
        Program broken = Program.of("broken", "any", Broken.class.getName());
        // Then
        assertThatIllegalStateException().isThrownBy(() -> launch().run(broken)).withMessageContaining("I cannot");
    }

    private Launch launch() {
        return new Launch(ClassPaths.ofThisJvm(), logs, List.of("-XX:TieredStopAtLevel=1"), false);
    }

    /** Answers at its port until it is ended. */
    static final class Answering {

        public static void main(String[] arguments) throws IOException {
            HttpServer server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 0);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
        }
    }

    /** Ends at once. */
    static final class Broken {

        public static void main(String[] arguments) {
            System.err.println("I cannot");
            System.exit(1);
        }
    }
}
