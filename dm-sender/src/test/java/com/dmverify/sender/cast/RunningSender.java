package com.dmverify.sender.cast;

import com.dmverify.local.LocalServices;
import com.dmverify.sender.DmSender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service, on the tests' Kafka and Redis, with a {@link FakeX} for X, two accounts and two more that cannot work. */
public final class RunningSender implements AutoCloseable {

    /** Has three messages in two seconds. */
    public static final String TIGHT = "tight";

    /** Has one message in an hour. */
    public static final String SLOW = "slow";

    /** Has no token secret. */
    public static final String BROKEN = "broken";

    /** Has the keys of the others, and says that it is somebody else. */
    public static final String STRANGER = "stranger";

    public static final String CONSUMER_SECRET = "secret";

    private final ConfigurableApplicationContext context;

    public RunningSender(FakeX x) {
        LocalServices services = LocalServices.shared();
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--spring.kafka.bootstrap-servers=" + services.kafka().bootstrapServers(),
                "--spring.data.redis.port=" + services.redis().port(),
                "--dm-verify.x.base-url=" + x.url(),
                "--dm-verify.codes.keys[0].id=" + Orders.KEY_ID,
                "--dm-verify.codes.keys[0].secret=" + Keys.SECRET,
                "--dm-verify.x.request-timeout=1s",
                "--dm-verify.limits.dms-per-person-hour=0",
                "--dm-verify.durability=relaxed",
                "--dm-verify.sender.ledger.lease=4s",
                "--dm-verify.sender.doubt.grace=200ms",
                "--dm-verify.sender.budget-margin=0"));
        arguments.addAll(account(Orders.ACCOUNT, 0, PlayedX.BRAND.value(), "token-secret"));
        arguments.addAll(account(TIGHT, 3, PlayedX.BRAND.value(), "token-secret"));
        arguments.addAll(account(SLOW, 1, PlayedX.BRAND.value(), "token-secret"));
        arguments.addAll(account(BROKEN, 0, PlayedX.BRAND.value(), " "));
        arguments.addAll(account(STRANGER, 0, "42", "token-secret"));
        context = DmSender.application().run(arguments.toArray(String[]::new));
    }

    private static List<String> account(String name, int perWindow, String userId, String tokenSecret) {
        String account = "--dm-verify.accounts." + name + ".";
        return List.of(
                account + "handle=@example",
                account + "user-id=" + userId,
                account + "brand=Example",
                account + "consumer-key=key-of-" + name,
                account + "consumer-secret=" + CONSUMER_SECRET,
                account + "token=token",
                account + "token-secret=" + tokenSecret,
                account + "limits.dm-15min=" + perWindow,
                account + "limits.short-window=" + (name.equals(SLOW) ? "1h" : "2s"),
                account + "limits.dm-24h=0",
                account + "limits.dm-24h-app=0");
    }

    /** What an operator gets at this path of the management port; fails unless it is a 200. */
    public String operatorSees(String path) throws IOException, InterruptedException {
        String port = context.getEnvironment().getRequiredProperty("local.management.port");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + " answers " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        }
    }

    /** Ends it as an operator would: what is in flight is finished. */
    public void end() {
        context.close();
    }

    @Override
    public void close() {
        end();
    }
}
