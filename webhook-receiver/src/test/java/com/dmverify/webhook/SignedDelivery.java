package com.dmverify.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Genuine and forged deliveries. Signed without the code under test. */
public final class SignedDelivery {

    public static final String SECRET = "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw";
    public static final String BRAND = "1000000000000000001";
    public static final String USER = "3001969357";

    private static final AtomicLong NEXT_ID = new AtomicLong(954491830116155396L);

    private final byte[] body;
    private final @Nullable String signature;

    private SignedDelivery(byte[] body, @Nullable String signature) {
        this.body = body;
        this.signature = signature;
    }

    public byte[] body() {
        return body;
    }

    public @Nullable String signature() {
        return signature;
    }

    /** A user's message to the brand, with an id of its own. */
    public static SignedDelivery valid() {
        return message(nextId(), USER, BRAND, "Hello World!");
    }

    /** A user's message to the brand with this text, in JSON's notation. */
    public static SignedDelivery received(String text) {
        return message(nextId(), USER, BRAND, text);
    }

    /** The brand's own message to a user, delivered for the brand. */
    public static SignedDelivery ofSentMessage(String text) {
        return message(nextId(), BRAND, USER, text);
    }

    /** The same in the other family, X Activity. */
    public static SignedDelivery ofSentMessageInXActivity(String text) {
        return of("""
                {"data":{"event_uuid":"-6850472171600526495","filter":{"user_id":"%s"},"event_type":"dm.sent","payload":%s}}\
                """.formatted(BRAND, "{" + events(nextId(), BRAND, USER, text) + "}"));
    }

    /** Any message. */
    public static SignedDelivery message(String id, String sender, String recipient, String text) {
        return of("{\"for_user_id\":\"%s\",%s}".formatted(BRAND, events(id, sender, recipient, text)));
    }

    /** Two messages of two users in one delivery. */
    public static SignedDelivery ofTwoMessages() {
        String first = event(nextId(), USER, BRAND, "one");
        String second = event(nextId(), "2000000000000000003", BRAND, "two");
        return of("{\"for_user_id\":\"%s\",\"direct_message_events\":[%s,%s]}".formatted(BRAND, first, second));
    }

    /** The brand revoked the app's access; there is no other party. */
    public static SignedDelivery ofRevocation() {
        return of("""
                {"user_event":{"revoke":{"date_time":"2018-05-24T09:48:12+00:00",\
                "target":{"app_id":"13090192"},"source":{"user_id":"%s"}}}}""".formatted(BRAND));
    }

    /** Any body with a valid signature. */
    public static SignedDelivery of(String body) {
        return new SignedDelivery(body.getBytes(UTF_8), null).sealedWith(SECRET);
    }

    public SignedDelivery sealedWith(String secret) {
        return new SignedDelivery(body, sign(secret, body));
    }

    public SignedDelivery withForgedSignature() {
        return sealedWith("not X's secret");
    }

    public SignedDelivery withoutSignature() {
        return new SignedDelivery(body, null);
    }

    public SignedDelivery withSignature(String signature) {
        return new SignedDelivery(body, signature);
    }

    private static String events(String id, String sender, String recipient, String text) {
        return "\"direct_message_events\":[" + event(id, sender, recipient, text) + "]";
    }

    private static String event(String id, String sender, String recipient, String text) {
        return """
                {"type":"message_create","id":"%s","created_timestamp":"1516403560557","message_create":{\
                "target":{"recipient_id":"%s"},"sender_id":"%s","message_data":{"text":"%s","entities":{}}}}""".formatted(id, recipient, sender, text);
    }

    private static String nextId() {
        return String.valueOf(NEXT_ID.getAndIncrement());
    }

    private static String sign(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return "sha256=" + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
