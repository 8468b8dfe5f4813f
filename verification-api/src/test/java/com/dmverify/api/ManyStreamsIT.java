package com.dmverify.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.local.LocalKafka;
import com.dmverify.local.LocalRedis;
import com.dmverify.local.LocalServices;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Many open streams, half of which never read: nothing of them is left after their end. The number is the property {@code
 * streams}; 10,000 need as many file descriptors twice.
 */
class ManyStreamsIT {

    private static final Duration TIME_OUT = Duration.ofMinutes(2);
    private static final int STREAMS = Integer.getInteger("streams", 400);
    /** Streams of one verification, so that few have to be begun. */
    private static final int EACH = 20;

    private static final LocalKafka KAFKA = LocalKafka.builder().build();
    private static final LocalRedis REDIS = LocalRedis.builder().build();
    private static RunningApi api;

    private final List<Socket> sockets = new ArrayList<>();

    @BeforeAll
    static void start() {
        api = new RunningApi(
                LocalServices.start(KAFKA, REDIS),
                "dm-verify.live.most-per-key=20000",
                "dm-verify.live.look-every=1s",
                "dm-verify.live.heart-beat-every=1s");
    }

    @AfterAll
    static void stop() {
        api.close();
        REDIS.close();
        KAFKA.close();
    }

    @Test
    void nothingIsLeftOfStreamsThatHaveEnded() throws Exception {
        // Given: the first round loads classes and fills pools
        round(EACH * 2);
        long heap = heap();
        long threads = ManagementFactory.getThreadMXBean().getThreadCount();

        // When
        round(STREAMS);

        // Then
        assertThat(heap() - heap).isLessThan(8_000_000L + STREAMS * 200L);
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount() - threads)
                .isLessThan(20);
    }

    private void round(int number) throws IOException {
        List<String> ids = new ArrayList<>();
        while (ids.size() * EACH < number) {
            ids.add(Streams.begin(api));
        }
        for (int i = 0; i < number; i++) {
            sockets.add(connect(ids.get(i / EACH)));
        }
        await().atMost(TIME_OUT).until(() -> api.streams() == number);

        // A quarter of the verifications end, the other streams are closed by their readers.
        int ended = ids.size() / 4;
        ids.subList(0, ended).forEach(id -> Streams.cancel(api, id));
        for (int i = 0; i < ended * EACH; i += 2) {
            assertThat(readToEnd(sockets.get(i))).contains("\"canceled\"");
        }
        await().atMost(TIME_OUT).until(() -> api.streams() == number - ended * EACH);
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
        await().atMost(TIME_OUT).until(() -> api.streams() == 0);
        await().atMost(TIME_OUT)
                .until(() -> REDIS.command("PUBSUB", "SHARDCHANNELS").isBlank());
    }

    /** Every second one is never read. */
    private static Socket connect(String id) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), api.address().getPort());
        socket.setSoTimeout((int) TIME_OUT.toMillis());
        socket.getOutputStream()
                .write(("GET /v1/verifications/" + id + "/events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                + "Accept: text/event-stream\r\nAuthorization: Bearer " + RunningApi.KEY + "\r\n\r\n")
                        .getBytes(US_ASCII));
        return socket;
    }

    private static String readToEnd(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        return new String(in.readAllBytes(), US_ASCII);
    }

    private static long heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
