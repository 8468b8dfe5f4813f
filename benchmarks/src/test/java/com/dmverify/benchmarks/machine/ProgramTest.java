package com.dmverify.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {

    @TempDir
    Path logs;

    @Test
    void isReadyWhenItAnswersAndGoneWhenClosed() {
        // Given
        int port = FreePort.any();
        // When
        Program program = launch().program("answering", "any", Answering.class.getName())
                .argument(String.valueOf(port))
                .start()
                .awaitReady(URI.create("http://127.0.0.1:" + port + "/"));
        // Then
        assertThat(ResidentMemory.of(program.pid())).isGreaterThan(10);
        program.close();
        assertThat(ProcessHandle.of(program.pid())).isEmpty();
    }

    @Test
    void whoEndsAtItsStartIsQuoted() {
        // Given
        Program program =
                launch().program("broken", "any", Broken.class.getName()).start();
        // Then
        assertThatIllegalStateException()
                .isThrownBy(() -> program.awaitReady(URI.create("http://127.0.0.1:" + FreePort.any() + "/")))
                .withMessageContaining("broken ended at its start")
                .withMessageContaining("I cannot");
        program.close();
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
