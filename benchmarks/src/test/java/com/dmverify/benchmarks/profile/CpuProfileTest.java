package com.dmverify.benchmarks.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.benchmarks.machine.ClassPaths;
import com.dmverify.benchmarks.machine.Launch;
import com.dmverify.benchmarks.machine.Program;
import com.dmverify.benchmarks.machine.RunningProgram;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuProfileTest {

    @TempDir
    Path logs;

    @Test
    void theClassThatUsesTheProcessorIsNamed() {
        // Given
        Launch launch = new Launch(ClassPaths.ofThisJvm(), logs, List.of(), true);
        Program busy = Program.of("busy", "any", Busy.class.getName());
        // When
        RunningProgram running = launch.run(busy.argument(busy.url().getPort()));
        running.close();
        // Then
        assertThat(launch.recordings()).hasSize(1);
        assertThat(CpuProfile.of(launch.recordings().getFirst()).text()).contains(CpuProfileTest.class.getName());
    }

    /** Works for a while, then answers. */
    static final class Busy {

        public static void main(String[] arguments) throws Exception {
            long sum = 0;
            // Work that the recording samples many times, on a machine of any speed.
            for (int i = 0; i < 40_000_000; i++) {
                sum += String.valueOf(i).hashCode();
            }
            System.out.println(sum);
            HttpServer server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 0);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
        }
    }
}
