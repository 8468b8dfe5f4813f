package com.dmverify.benchmarks.deployment;

import com.dmverify.api.VerificationApi;
import com.dmverify.benchmarks.ceiling.CeilingProgram;
import com.dmverify.benchmarks.machine.FreePort;
import com.dmverify.benchmarks.machine.Program;
import com.dmverify.sandbox.XSandbox;
import com.dmverify.sender.DmSender;
import com.dmverify.webhook.WebhookReceiver;
import java.net.URI;

/** The services as they are shipped, and the programs that they are compared with. Each call takes new ports. */
public final class Programs {

    /** Twice as shipped: as many as fit one window of X are enough there, and here nothing limits the account. */
    private static final int SENDER_CONCURRENCY = 32;

    /** A busy machine is slow, not broken: the usual 2 s would end the benchmark. */
    private static final String TIME_OUT = "20s";

    private Programs() {}

    public static Program verificationApi(Infrastructure infrastructure) {
        String account = "dm-verify.accounts." + Tenant.ACCOUNT + ".";
        return managed(service("verification-api", VerificationApi.class))
                .with("spring.kafka.bootstrap-servers", infrastructure.kafka())
                .with("spring.data.redis.port", infrastructure.redis())
                .with("spring.data.redis.timeout", TIME_OUT)
                .withAll(Settings.SERVICE)
                .withAll(Settings.LIMITS)
                .with("dm-verify.codes.keys[0].id", CodeKeys.ID)
                .with("dm-verify.codes.keys[0].secret", CodeKeys.SECRET)
                .with("dm-verify.tenants." + Tenant.NAME + ".account", Tenant.ACCOUNT)
                .with("dm-verify.tenants." + Tenant.NAME + ".keys[0].sha256", Tenant.KEY_SHA256)
                .with(account + "handle", Sandbox.BRAND_HANDLE)
                .with(account + "user-id", Sandbox.BRAND_ID);
    }

    /** X's limits of its one account are lifted. */
    public static Program dmSender(Infrastructure infrastructure, URI x) {
        String account = "dm-verify.accounts." + Sandbox.ACCOUNT + ".";
        return managed(service("dm-sender", DmSender.class))
                .with("spring.kafka.bootstrap-servers", infrastructure.kafka())
                .with("spring.data.redis.port", infrastructure.redis())
                .withAll(Settings.SERVICE)
                .with("dm-verify.limits.dms-per-person-hour", 0)
                .with("dm-verify.x.base-url", x)
                .with("dm-verify.codes.keys[0].id", CodeKeys.ID)
                .with("dm-verify.codes.keys[0].secret", CodeKeys.SECRET)
                .with(account + "handle", Sandbox.BRAND_HANDLE)
                .with(account + "user-id", Sandbox.BRAND_ID)
                .with(account + "consumer-key", Sandbox.BRAND.consumerKey())
                .with(account + "consumer-secret", Sandbox.BRAND.consumerSecret())
                .with(account + "token", Sandbox.BRAND.token())
                .with(account + "token-secret", Sandbox.BRAND.tokenSecret())
                .with("dm-verify.sender.consumer.concurrency", SENDER_CONCURRENCY)
                .with(account + "limits.dm-15min", 0)
                .with(account + "limits.dm-24h", 0)
                .with(account + "limits.dm-24h-app", 0);
    }

    public static Program webhookReceiver(Infrastructure infrastructure) {
        return managed(service("webhook-receiver", WebhookReceiver.class))
                .with("spring.kafka.bootstrap-servers", infrastructure.kafka())
                .withAll(Settings.SERVICE)
                .with("dm-verify.webhook.recording.acknowledgement-timeout", TIME_OUT)
                .with("dm-verify.webhook.apps.default.consumer-secret", Sandbox.BRAND.consumerSecret());
    }

    /** The sandbox with X's limits lifted. */
    public static Program sandbox() {
        Program program = service("x-sandbox", XSandbox.class);
        return program.readyAt(program.url().resolve("/sandbox/stats"))
                .with("x-sandbox.tls.port", -1)
                .with("x-sandbox.limits.dm-15min", 0)
                .with("x-sandbox.limits.dm-24h", 0)
                .with("x-sandbox.limits.dm-24h-app", 0)
                .with("x-sandbox.limits.reads", false);
    }

    /** Plain WebFlux endpoints, each of which costs the least that a request of a service can. */
    public static Program ceiling(Infrastructure infrastructure) {
        Program program = Program.of("ceiling", "benchmarks", CeilingProgram.class.getName());
        return program.readyAt(program.url().resolve("/ready"))
                .argument(program.url().getPort())
                .argument(infrastructure.kafka())
                .argument(infrastructure.redis());
    }

    /** Spring Boot with WebFlux and one endpoint, {@code /hello}: the least that a service on this stack can be. */
    public static Program bareWebFlux() {
        // It has a class path of its own, so that none of our classes counts as its own.
        Program program = Program.of("bare", "benchmarks/bare", "com.dmverify.benchmarks.bare.BareWebFlux");
        return program.readyAt(program.url().resolve("/hello"))
                .with("server.port", program.url().getPort());
    }

    private static Program service(String module, Class<?> mainClass) {
        Program program = Program.of(module, module, mainClass.getName());
        return program.with("server.port", program.url().getPort());
    }

    /** Its readiness is asked for at the management port. */
    private static Program managed(Program program) {
        int management = FreePort.any();
        return program.readyAt(URI.create("http://127.0.0.1:" + management + "/actuator/health/readiness"))
                .with("management.server.port", management);
    }
}
