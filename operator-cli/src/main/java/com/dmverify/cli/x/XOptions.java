package com.dmverify.cli.x;

import com.dmverify.cli.terminal.HttpAddressConverter;
import com.dmverify.cli.terminal.Terminal;
import com.dmverify.x.Credentials;
import com.dmverify.x.Timeouts;
import com.dmverify.x.XClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name X and the credentials for it. */
public final class XOptions {

    /** X answers a registration after its CRC check, which may take 3 s; an upload takes longer than a message. */
    private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(30));

    private final Terminal terminal;

    @Option(
            names = "--x",
            paramLabel = "URL",
            converter = HttpAddressConverter.class,
            description =
                    "The API of X. Default: https://api.x.com. For the sandbox of the quickstart: http://localhost:8090.")
    private URI x = URI.create("https://api.x.com");

    private @Nullable Path file;

    public XOptions(Terminal terminal) {
        this.terminal = terminal;
    }

    @Option(
            names = "--x-credentials-file",
            paramLabel = "FILE",
            description =
                    "Properties consumer-key, consumer-secret, token, token-secret, or access-token. Default: the environment"
                            + " variables DMVERIFY_X_CONSUMER_KEY, DMVERIFY_X_CONSUMER_SECRET, DMVERIFY_X_TOKEN,"
                            + " DMVERIFY_X_TOKEN_SECRET, DMVERIFY_X_ACCESS_TOKEN.")
    void setFile(Path path) {
        file = path;
    }

    /** Calls X as the app. */
    public <T> T asApp(Function<XClient, T> calls) {
        return with(credentials().app(), calls);
    }

    /** Calls X as the account of the credentials. */
    public <T> T asAccount(Function<XClient, T> calls) {
        return with(credentials().account(), calls);
    }

    /** Calls X as the account if there are credentials of one, else as the app. */
    public <T> T asAnyone(Function<XClient, T> calls) {
        XCredentials given = credentials();
        return with(given.hasAccount() ? given.account() : given.app(), calls);
    }

    private XCredentials credentials() {
        return XCredentials.read(terminal, file);
    }

    private <T> T with(Credentials credentials, Function<XClient, T> calls) {
        try (XClient client = XClient.builder()
                .baseUrl(x)
                .credentials(credentials)
                .timeouts(TIMEOUTS)
                .clock(terminal.clock())
                .build()) {
            return calls.apply(client);
        }
    }
}
