package com.dmverify.benchmarks.send;

import com.dmverify.benchmarks.load.Outgoing;
import com.dmverify.benchmarks.round.Workload;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Semaphore;

/** A plain load generator on the JDK's HttpClient, as one would write it without a library. */
public final class JdkCalls implements Workload, AutoCloseable {

    private final URI x;
    private final SignedCalls calls;
    private final int connections;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** So many connections at a time. */
    public JdkCalls(URI x, SignedCalls calls, int connections) {
        this.x = x;
        this.calls = calls;
        this.connections = connections;
    }

    @Override
    public String name() {
        return "plain load generator: JDK HttpClient, the same signed calls";
    }

    /** What is refused or fails is missing in the sandbox's count. */
    @Override
    public void carryOut(int operations) {
        Semaphore places = new Semaphore(connections);
        for (int i = 0; i < operations; i++) {
            places.acquireUninterruptibly();
            var _ = client.sendAsync(request(calls.next()), BodyHandlers.ofByteArray())
                    .whenComplete((_, _) -> places.release());
        }
        places.acquireUninterruptibly(connections);
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpRequest request(Outgoing call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(x.resolve(call.path()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(call.body()));
        call.headers().forEach(request::header);
        return request.build();
    }
}
