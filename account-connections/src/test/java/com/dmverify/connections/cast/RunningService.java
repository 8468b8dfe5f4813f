package com.dmverify.connections.cast;

import com.dmverify.connections.token.AccountTokens;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole module in a service of its own, on the tests' Redis. */
public final class RunningService implements AutoCloseable {

    public static final String OPERATOR = "operator";
    public static final String PASSWORD = "6f1d0c4b9e7a2358d4c1";

    private final ConfigurableApplicationContext context;

    /** With one account, {@code main}, and whatever else is said. */
    public RunningService(URI x, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.main.banner-mode=off",
                "--server.port=0",
                "--management.server.port=0",
                "--management.endpoints.web.exposure.include=health,metrics",
                "--management.endpoint.health.show-details=always",
                "--management.endpoint.health.status.order=DOWN,OUT_OF_SERVICE,TROUBLED,UP,UNKNOWN",
                "--spring.threads.virtual.enabled=true",
                "--spring.reactor.netty.shutdown-quiet-period=0s",
                "--spring.data.redis.port=" + RealRedis.port(),
                "--dm-verify.x.base-url=" + x,
                "--dm-verify.x.connect-timeout=20s",
                "--dm-verify.x.request-timeout=20s",
                "--dm-verify.accounts.legacy.handle=@legacy",
                "--dm-verify.connections.operator.password=" + PASSWORD,
                "--dm-verify.connections.keys[0].id=k1",
                "--dm-verify.connections.keys[0].secret=" + Accounts.KEY,
                "--dm-verify.connections.look-every=1h"));
        arguments.addAll(account(Accounts.NAME));
        arguments.addAll(List.of(more));
        // The last word on a property counts; the command line would take all of them for a list.
        Map<String, String> last = new LinkedHashMap<>();
        arguments.forEach(argument -> last.put(argument.substring(0, argument.indexOf('=')), argument));
        context = new SpringApplicationBuilder(TestService.class)
                .run(last.values().toArray(String[]::new));
    }

    public static List<String> account(String name) {
        String account = "--dm-verify.accounts." + name + ".";
        return List.of(
                account + "handle=@example",
                account + "user-id=" + FakeX.BRAND,
                account + "oauth2.client-id=" + FakeX.CLIENT,
                account + "oauth2.client-secret=" + FakeX.SECRET);
    }

    public AccountTokens tokens() {
        return context.getBean(AccountTokens.class);
    }

    public URI pages() {
        return url("local.server.port");
    }

    public URI management() {
        return url("local.management.port");
    }

    private URI url(String property) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty(property));
    }

    @Override
    public void close() {
        context.close();
    }
}
