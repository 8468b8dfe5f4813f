package com.dmverify.benchmarks.receive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.benchmarks.deployment.Sandbox;
import com.dmverify.benchmarks.load.Outgoing;
import com.dmverify.x.webhook.WebhookSignature;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Deliveries as X makes them: a user writes to the brand. Each is another message, with X's signature. */
final class Deliveries {

    private static final long FIRST_EVENT = 1_950_000_000_000_000_000L;
    private static final long FIRST_USER = 2_000_000_000_000_000_000L;
    private static final int USERS = 10_000;
    private static final String BODY = """
            {"for_user_id":"BRAND","direct_message_events":[{"type":"message_create","id":"EVENT",\
            "created_timestamp":"1763700000000","message_create":{"target":{"recipient_id":"BRAND"},"sender_id":"USER",\
            "message_data":{"text":"Hello, is this you?","entities":{"hashtags":[],"symbols":[],"user_mentions":[],"urls":[]}}}}],\
            "apps":{},"users":{"USER":{"id":"USER","created_timestamp":"1422556069340","name":"A User","screen_name":"uUSER",\
            "protected":false,"verified":false,"followers_count":12,"friends_count":34,"statuses_count":56}}}""".replace("BRAND", Sandbox.BRAND_ID);

    private final WebhookSignature signature = new WebhookSignature(Sandbox.BRAND.consumerSecret());
    private final String path;
    private long made;

    Deliveries(String path) {
        this.path = path;
    }

    /** So many, signed before they are needed: X has its own processors. */
    List<Outgoing> make(int count) {
        return IntStream.range(0, count).mapToObj(_ -> next()).toList();
    }

    private Outgoing next() {
        long n = made++;
        String body = BODY.replace("EVENT", String.valueOf(FIRST_EVENT + n))
                .replace("USER", String.valueOf(FIRST_USER + n % USERS));
        return new Outgoing(path, body, Map.of("x-twitter-webhooks-signature", signature.sign(body.getBytes(UTF_8))));
    }
}
