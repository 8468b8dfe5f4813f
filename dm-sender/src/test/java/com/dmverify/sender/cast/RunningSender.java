package com.dmverify.sender.cast;

import com.dmverify.local.LocalServices;
import com.dmverify.sender.DmSender;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service, on the tests' Kafka and Redis, with a {@link FakeX} for X and two accounts. */
public final class RunningSender implements AutoCloseable {

    /** Has three messages in two seconds. */
    public static final String TIGHT = "tight";

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
                "--dm-verify.sender.ledger.lease=2s",
                "--dm-verify.sender.doubt.grace=200ms",
                "--dm-verify.sender.budget-margin=0"));
        arguments.addAll(account(Orders.ACCOUNT, 0));
        arguments.addAll(account(TIGHT, 3));
        context = DmSender.application().run(arguments.toArray(String[]::new));
    }

    private static List<String> account(String name, int perWindow) {
        String account = "--dm-verify.accounts." + name + ".";
        return List.of(
                account + "handle=@example",
                account + "user-id=" + PlayedX.BRAND,
                account + "brand=Example",
                account + "consumer-key=key-of-" + name,
                account + "consumer-secret=secret",
                account + "token=token",
                account + "token-secret=token-secret",
                account + "limits.per-window=" + perWindow,
                account + "limits.window=2s",
                account + "limits.per-day=0",
                account + "limits.per-day-of-app=0");
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Ends it as an operator would, what is in flight included. */
    @Override
    public void close() {
        context.close();
    }
}
