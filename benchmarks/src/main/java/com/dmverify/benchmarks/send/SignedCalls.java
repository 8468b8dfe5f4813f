package com.dmverify.benchmarks.send;

import com.dmverify.benchmarks.deployment.Sandbox;
import com.dmverify.benchmarks.load.Outgoing;
import com.dmverify.x.oauth.Nonces;
import com.dmverify.x.oauth.OAuth1Signer;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls like those of dm-sender, each to the next user, with a text and a signature of its own. Thread-safe. */
public final class SignedCalls {

    private static final String REST =
            " is your code, good for 10 minutes. You did not ask for it? Reply NO. To stop: reply STOP.";

    private final URI x;
    private final List<String> users;
    private final String sender;
    private final OAuth1Signer signer;
    private final AtomicInteger made = new AtomicInteger();

    /** Calls to users with these ids, in turn. Each text holds {@code sender}, so that no two of these send the same. */
    public SignedCalls(URI x, InstantSource clock, List<String> users, String sender) {
        this.x = x;
        this.users = users;
        this.sender = sender;
        this.signer = new OAuth1Signer(Sandbox.BRAND, clock, new Nonces());
    }

    Outgoing next() {
        int n = made.getAndIncrement();
        String path = "/2/dm_conversations/with/" + users.get(n % users.size()) + "/messages";
        String body = "{\"text\":\"DM Verify Demo: " + sender + n + REST + "\"}";
        return new Outgoing(
                path, body, Map.of("Authorization", signer.authorization("POST", x.resolve(path), List.of())));
    }
}
