package com.dmverify.cli.keys;

import com.dmverify.cli.terminal.CommandFailedException;
import com.dmverify.cli.terminal.Json;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Terminal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code dmverify keys new}: makes an API key and prints it once, with its hash. */
@Command(
        name = "new",
        description = {
            "Makes an API key, and prints it once with its hash and the lines for the configuration of verification-api.",
            "Nothing is stored: who loses the key makes another one."
        })
final class NewKey implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--tenant",
            required = true,
            paramLabel = "NAME",
            converter = TenantConverter.class,
            description = "The tenant that the key is for.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private String tenant;

    @Option(
            names = "--scope",
            split = ",",
            paramLabel = "SCOPE",
            converter = ScopeConverter.class,
            description = {
                "A right of the key; several times or separated by commas: verifications:write, verifications:read,"
                        + " checks:write, targets:erase, operate.",
                "Default: verifications:write, verifications:read and checks:write."
            })
    private List<String> scopes = new ArrayList<>(List.of("verifications:write", "verifications:read", "checks:write"));

    @Option(
            names = "--expires-in",
            paramLabel = "DAYS",
            converter = DaysConverter.class,
            description = "The key is refused after so many days: 90d. Default: it has no end.")
    private @Nullable Duration life;

    @Option(
            names = "--test",
            description = {
                "The key takes the targets of tests alone, and no message is sent: @dmv_delivered (the right code is 000000),"
                        + " @dmv_closed, @dmv_suspended and @dmv_slow."
            })
    private boolean test;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    NewKey(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (test && scopes.contains("operate")) {
            throw new CommandFailedException(
                    "A test key cannot have the scope operate, which reaches what is no test.");
        }
        ApiKey key = ApiKey.random(new SecureRandom(), test);
        Instant expiresAt = life == null
                ? null
                : terminal.clock().instant().truncatedTo(ChronoUnit.SECONDS).plus(life);
        if (output.json()) {
            terminal.out().println(Json.line(json(key, expiresAt)));
        } else {
            print(key, expiresAt);
        }
        return 0;
    }

    private ObjectNode json(ApiKey key, @Nullable Instant expiresAt) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("tenant", tenant).put("key", key.text()).put("sha256", key.sha256());
        scopes.forEach(json.putArray("scopes")::add);
        json.put("test", test);
        return json.put("expires_at", expiresAt == null ? null : expiresAt.toString());
    }

    private void print(ApiKey key, @Nullable Instant expiresAt) {
        List<String> lines = new ArrayList<>(List.of(
                "API_KEY=" + key.text(),
                "",
                "The key is shown once. verification-api gets its hash:",
                "",
                "dm-verify:",
                "  tenants:",
                "    " + tenant + ":",
                "      keys:",
                "        - sha256: " + key.sha256(),
                "          scopes: [\"" + String.join("\", \"", scopes) + "\"]"));
        if (expiresAt != null) {
            lines.add("          expires-at: " + expiresAt);
        }
        if (test) {
            lines.add("          test: true");
        }
        lines.forEach(terminal.out()::println);
    }

    /** Reads the name of a tenant, by the rule of verification-api. */
    static final class TenantConverter implements ITypeConverter<String> {

        private static final Pattern NAME = Pattern.compile("(?!(retry|dlt)$)[a-z0-9][a-z0-9-]{0,39}");

        @Override
        public String convert(String text) {
            if (!NAME.matcher(text).matches()) {
                throw new TypeConversionException("'" + text
                        + "' is not the name of a tenant: 1 to 40 small letters, digits and hyphens, not retry or dlt");
            }
            return text;
        }
    }

    /** Reads a scope: a misspelled one would be a right that the key does not have. */
    static final class ScopeConverter implements ITypeConverter<String> {

        private static final List<String> SCOPES =
                List.of("verifications:write", "verifications:read", "checks:write", "targets:erase", "operate");

        @Override
        public String convert(String text) {
            if (!SCOPES.contains(text)) {
                throw new TypeConversionException("'" + text + "' is not one of " + String.join(", ", SCOPES));
            }
            return text;
        }
    }

    /** Reads a number of days. */
    static final class DaysConverter implements ITypeConverter<Duration> {

        private static final Pattern DAYS = Pattern.compile("([1-9][0-9]{0,3})d");

        @Override
        public Duration convert(String text) {
            var days = DAYS.matcher(text);
            if (!days.matches()) {
                throw new TypeConversionException("'" + text + "' is not a number of days like 90d");
            }
            return Duration.ofDays(Long.parseLong(days.group(1)));
        }
    }
}
