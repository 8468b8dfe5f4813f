package com.dmverify.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.VerificationApi;
import com.dmverify.cli.story.Eventually;
import com.dmverify.cli.story.Http;
import com.dmverify.cli.story.Inbox;
import com.dmverify.cli.story.Platform;
import com.dmverify.local.LocalKafka;
import com.dmverify.local.LocalRedis;
import com.dmverify.sandbox.XSandbox;
import com.dmverify.sender.DmSender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Kafka and Redis with TLS and logins, configured by the environment variables that {@code k8s/README.md} documents. */
class LoginIT {

    private static final String ALICE = "2000000000000000001";
    private static final String PASSWORD = "only-in-this-test";
    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required"
            + " username=\"dm-verify\" password=\"" + PASSWORD + "\"";

    private final Ports ports = Ports.free();
    private final Secrets secrets = Secrets.random();
    private final Settings settings = new Settings(ports, secrets);

    @Test
    void aMessageIsSentOverEncryptedConnectionsWithLogins(@TempDir Path directory) throws Exception {
        TestCertificate certificate = TestCertificate.in(directory);
        try (LocalRedis redis = LocalRedis.builder().password(PASSWORD).build().start();
                TlsProxy redisWithTls = TlsProxy.before(redis.port(), certificate);
                LocalKafka kafka = kafka(certificate).start();
                ConfigurableApplicationContext sandbox = run(XSandbox.application(), settings.sandbox(), Map.of())) {
            Map<String, Object> environment = environment(kafka, redisWithTls, certificate);
            try (ConfigurableApplicationContext api = run(VerificationApi.application(), api(), environment);
                    ConfigurableApplicationContext sender = run(DmSender.application(), sender(), environment)) {
                // When
                Platform platform = new Platform(new Http(ports.api(), secrets.apiKey()));
                assertThat(platform.start("@alice").status()).isEqualTo(202);

                // Then
                Inbox inbox = new Inbox(new Http(ports.sandbox(), null), ALICE);
                assertThat(Eventually.find("a message", () -> inbox.newestAfter(0)))
                        .isNotBlank();
                assertThat(redis.command("KEYS", "*")).isNotBlank();
                assertThat(sandbox.isRunning() && api.isRunning() && sender.isRunning())
                        .isTrue();
            }
        }
    }

    private LocalKafka kafka(TestCertificate certificate) {
        return LocalKafka.builder()
                .port(ports.kafka())
                .setting("listener.security.protocol.map", "PLAINTEXT:SASL_SSL,CONTROLLER:PLAINTEXT")
                .setting("inter.broker.listener.name", "PLAINTEXT")
                .setting("sasl.enabled.mechanisms", "PLAIN")
                .setting("sasl.mechanism.inter.broker.protocol", "PLAIN")
                .setting(
                        "listener.name.plaintext.plain.sasl.jaas.config",
                        LOGIN + " user_dm-verify=\"" + PASSWORD + "\";")
                .setting("ssl.keystore.type", "PKCS12")
                .setting("ssl.keystore.location", certificate.store().toString())
                .setting("ssl.keystore.password", TestCertificate.PASSWORD)
                .setting("ssl.truststore.type", "PEM")
                .setting("ssl.truststore.location", certificate.pem().toString())
                .build();
    }

    private static Map<String, Object> environment(LocalKafka kafka, TlsProxy redis, TestCertificate certificate)
            throws Exception {
        Map<String, Object> environment = new HashMap<>();
        environment.put("SPRING_DATA_REDIS_HOST", "127.0.0.1");
        environment.put("SPRING_DATA_REDIS_PORT", String.valueOf(redis.port()));
        environment.put("SPRING_DATA_REDIS_PASSWORD", PASSWORD);
        environment.put("SPRING_DATA_REDIS_SSL_ENABLED", "true");
        environment.put("SPRING_DATA_REDIS_SSL_BUNDLE", "redis");
        environment.put(
                "SPRING_SSL_BUNDLE_PEM_REDIS_TRUSTSTORE_CERTIFICATE",
                certificate.pem().toUri().toString());
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("SPRING_KAFKA_SECURITY_PROTOCOL", "SASL_SSL");
        environment.put("SPRING_KAFKA_PROPERTIES_SASL_MECHANISM", "PLAIN");
        environment.put("SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", LOGIN + ";");
        environment.put("SPRING_KAFKA_SSL_TRUSTSTORETYPE", "PEM");
        environment.put("SPRING_KAFKA_SSL_TRUSTSTORECERTIFICATES", Files.readString(certificate.pem()));
        return environment;
    }

    private Map<String, Object> api() {
        return withoutAddresses(settings.api());
    }

    private Map<String, Object> sender() {
        return withoutAddresses(settings.sender());
    }

    /** Removes the addresses, because arguments override environment variables. */
    private static Map<String, Object> withoutAddresses(Map<String, Object> all) {
        all.remove("spring.data.redis.port");
        all.remove("spring.kafka.bootstrap-servers");
        return all;
    }

    private static ConfigurableApplicationContext run(
            SpringApplicationBuilder application, Map<String, Object> settings, Map<String, Object> environment) {
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return application
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource("login-systemEnvironment", environment)))
                .registerShutdownHook(false)
                .run(arguments);
    }
}
