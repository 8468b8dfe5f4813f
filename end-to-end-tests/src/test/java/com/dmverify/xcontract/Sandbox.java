package com.dmverify.xcontract;

import static com.dmverify.xcontract.Waiting.await;

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

/** A sandbox in this JVM with a webhook for both payload formats. Most tests share one. */
final class Sandbox implements AutoCloseable {

    static final String KEY = "sandbox-consumer-key";
    static final String SECRET = "sandbox-consumer-secret";
    static final String TOKEN = "1000000000000000001-sandbox";
    static final String TOKEN_SECRET = "sandbox-token-secret";
    static final UserId BRAND = new UserId("1000000000000000001");
    static final Handle BRANDS_HANDLE = new Handle("dmverify_demo");

    private static final AtomicInteger USERS = new AtomicInteger();
    private static final Sandbox SHARED = new Sandbox(Clock.systemUTC());

    private final TestWebhook receiver = new TestWebhook(SECRET);
    private final Clock clock;
    private final ConfigurableApplicationContext running;
    private final URI url;
    private final ControlClient control;
    private final XClient brand;
    private final XClient app;

    /** Starts a sandbox with this clock. */
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
        control = new ControlClient(url);
        brand = client().build();
        app = client(new AppOnlyCredentials(KEY, SECRET)).build();
        setLimits("{\"dm_15min\": 0, \"dm_24h\": 0, \"dm_24h_app\": 0}");
        await("the registration of the webhook").until(() -> receiver.challenges() > 0);
    }

    /** The shared sandbox, which ends with the JVM. */
    static Sandbox shared() {
        return SHARED;
    }

    /** The client with the brand's credentials. */
    XClient brand() {
        return brand;
    }

    /** The client with the app-only credentials. */
    XClient app() {
        return app;
    }

    /** A builder of another client with the brand's credentials. */
    XClient.Builder client() {
        return client(new OAuth1Credentials(KEY, SECRET, TOKEN, TOKEN_SECRET));
    }

    XClient.Builder client(Credentials credentials) {
        return XClient.builder().baseUrl(url).clock(clock).credentials(credentials);
    }

    /** The webhook, which gets deliveries about the brand in both payload formats. */
    TestWebhook receiver() {
        return receiver;
    }

    /** Creates a user who follows the brand and accepts messages from everyone. */
    SandboxUser follower() {
        return person(true, "everyone", false);
    }

    /** Creates a user who does not follow the brand and accepts messages only from accounts that they follow. */
    SandboxUser closedUser() {
        return person(false, "nobody", false);
    }

    /** Creates a user who accepts messages only from verified accounts, which the brand is not. */
    SandboxUser verifiedOnly() {
        return person(false, "verified", false);
    }

    SandboxUser suspended() {
        return person(true, "everyone", true);
    }

    /** An id that no user has. */
    UserId unknownId() {
        return new UserId("4999999999999999999");
    }

    /** Injects a fault this many times for calls that concern this user. */
    void injects(String fault, SandboxUser person, int count) {
        injects(fault, person, count, "");
    }

    /** The same with further JSON members. */
    void injects(String fault, SandboxUser person, int count, String more) {
        control.post(
                "/sandbox/faults",
                String.format(
                        Locale.ROOT,
                        "{\"name\": \"%s\", \"for_user\": \"%s\", \"count\": %d%s}",
                        fault,
                        person.id(),
                        count,
                        more));
    }

    /** Sets X's limits; 0 means no limit. */
    void setLimits(String limits) {
        control.put("/sandbox/limits", limits);
    }

    /** Sets the access plan: {@code open} or {@code self-serve}. */
    void setPlan(String plan) {
        control.put("/sandbox/plan", String.format(Locale.ROOT, "{\"plan\": \"%s\"}", plan));
    }

    @Override
    public void close() {
        brand.close();
        app.close();
        running.close();
        receiver.close();
    }

    private SandboxUser person(boolean follows, String dmSetting, boolean suspended) {
        String name = "User_" + USERS.incrementAndGet();
        String id = control.post("/sandbox/users", String.format(Locale.ROOT, """
                {"username": "%s", "follows_brand": %s, "dm_setting": "%s", "suspended": %s}""", name, follows, dmSetting, suspended))
                .path("id")
                .asString();
        return new SandboxUser(control, new UserId(id), new Handle(name));
    }
}
