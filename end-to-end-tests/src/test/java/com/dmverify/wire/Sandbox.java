package com.dmverify.wire;

import static com.dmverify.wire.Waiting.await;

import com.dmverify.sandbox.XSandbox;
import com.dmverify.x.AppOnlyCredentials;
import com.dmverify.x.Credentials;
import com.dmverify.x.Handle;
import com.dmverify.x.OAuth1Credentials;
import com.dmverify.x.UserId;
import com.dmverify.x.XClient;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A sandbox in this JVM, with a webhook for both families of payloads. Most tests share one. */
final class Sandbox implements AutoCloseable {

    static final String KEY = "sandbox-consumer-key";
    static final String SECRET = "sandbox-consumer-secret";
    static final String TOKEN = "1000000000000000001-sandbox";
    static final String TOKEN_SECRET = "sandbox-token-secret";
    static final UserId BRAND = new UserId("1000000000000000001");
    static final Handle BRANDS_HANDLE = new Handle("dmverify_demo");

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final Sandbox SHARED = new Sandbox(Clock.systemUTC());

    private final Receiver receiver = new Receiver(SECRET);
    private final Clock clock;
    private final ConfigurableApplicationContext running;
    private final URI url;
    private final ControlDoors doors;
    private final XClient brand;
    private final XClient app;

    /** A sandbox of its own, where this is the time. */
    Sandbox(Clock clock) {
        this.clock = clock;
        running = XSandbox.application()
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean("movedClock", Clock.class, () -> clock))
                .run(
                        "--server.port=0",
                        "--x-sandbox.tls.port=0",
                        "--x-sandbox.webhook.url=" + receiver.url(),
                        "--x-sandbox.webhook.family=both",
                        "--x-sandbox.webhook.subscribe-brands=false");
        url = URI.create("http://127.0.0.1:" + running.getEnvironment().getRequiredProperty("local.server.port"));
        doors = new ControlDoors(url);
        brand = client().build();
        app = client(new AppOnlyCredentials(KEY, SECRET)).build();
        grants("{\"dm_15min\": 0, \"dm_24h\": 0, \"dm_24h_app\": 0}");
        await("the webhook of the start").until(() -> receiver.challenges() > 0);
    }

    /** Ends with the JVM. */
    static Sandbox shared() {
        return SHARED;
    }

    /** The brand, as our client sees X. */
    XClient brand() {
        return brand;
    }

    /** The brand's app alone. */
    XClient app() {
        return app;
    }

    /** Another client of the brand, to be changed. */
    XClient.Builder client() {
        return client(new OAuth1Credentials(KEY, SECRET, TOKEN, TOKEN_SECRET));
    }

    XClient.Builder client(Credentials credentials) {
        return XClient.builder().baseUrl(url).clock(clock).credentials(credentials);
    }

    /** Hears of the brand in both families of payloads. */
    Receiver receiver() {
        return receiver;
    }

    /** Follows the brand and takes messages from everyone. */
    Person follower() {
        return person(true, "everyone", false);
    }

    /** Does not follow the brand, and takes messages only from whom they follow. */
    Person stranger() {
        return person(false, "nobody", false);
    }

    /** Takes requests from verified accounts alone, which the brand is not. */
    Person snob() {
        return person(false, "verified", false);
    }

    Person suspended() {
        return person(true, "everyone", true);
    }

    /** Nobody has this id. */
    UserId nobody() {
        return new UserId("4999999999999999999");
    }

    /** Orders a trouble so many times for what concerns this person. */
    void orders(String fault, Person person, int count) {
        orders(fault, person, count, "");
    }

    /** The same with further members. */
    void orders(String fault, Person person, int count, String more) {
        doors.post(
                "/sandbox/faults",
                String.format(
                        Locale.ROOT,
                        "{\"name\": \"%s\", \"for_user\": \"%s\", \"count\": %d%s}",
                        fault,
                        person.id(),
                        count,
                        more));
    }

    /** X's budget from now on; 0 is none. */
    void grants(String limits) {
        doors.put("/sandbox/limits", limits);
    }

    /** {@code open} or {@code self-serve}. */
    void sells(String plan) {
        doors.put("/sandbox/plan", String.format(Locale.ROOT, "{\"plan\": \"%s\"}", plan));
    }

    @Override
    public void close() {
        brand.close();
        app.close();
        running.close();
        receiver.close();
    }

    private Person person(boolean follows, String dmSetting, boolean suspended) {
        String name = "Wire_" + PEOPLE.incrementAndGet();
        String id = doors.post("/sandbox/users", String.format(Locale.ROOT, """
                {"username": "%s", "follows_brand": %s, "dm_setting": "%s", "suspended": %s}""", name, follows, dmSetting, suspended))
                .path("id")
                .asString();
        return new Person(doors, new UserId(id), new Handle(name));
    }
}
