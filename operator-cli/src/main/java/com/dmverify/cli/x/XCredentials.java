package com.dmverify.cli.x;

import com.dmverify.cli.terminal.CommandFailedException;
import com.dmverify.cli.terminal.Terminal;
import com.dmverify.x.AppOnlyCredentials;
import com.dmverify.x.Credentials;
import com.dmverify.x.OAuth1Credentials;
import com.dmverify.x.OAuth2Credentials;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of an app and of an account, from environment variables or a file of properties.
 *
 * @param values by name: {@code consumer-key}, {@code consumer-secret}, {@code token}, {@code token-secret}, {@code access-token}
 */
record XCredentials(Map<String, String> values) {

    private static final String KEY = "consumer-key";
    private static final String SECRET = "consumer-secret";
    private static final String TOKEN = "token";
    private static final String TOKEN_SECRET = "token-secret";
    private static final String ACCESS_TOKEN = "access-token";
    private static final List<String> NAMES = List.of(KEY, SECRET, TOKEN, TOKEN_SECRET, ACCESS_TOKEN);

    XCredentials {
        values = Map.copyOf(values);
    }

    /** What the file says, else what the environment says. */
    static XCredentials read(Terminal terminal, @Nullable Path file) {
        Map<String, String> values = new HashMap<>();
        Properties properties = file == null ? new Properties() : load(file);
        for (String name : NAMES) {
            Optional.ofNullable(properties.getProperty(name))
                    .or(() -> terminal.variable(variable(name)))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> values.put(name, value));
        }
        return new XCredentials(values);
    }

    /** The environment variable of a part: {@code DMVERIFY_X_CONSUMER_KEY}. */
    static String variable(String name) {
        return "DMVERIFY_X_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** The credentials of the app without an account. */
    Credentials app() {
        if (!has(KEY, SECRET)) {
            throw missing("This call is the app's: it needs the consumer key and secret", KEY, SECRET);
        }
        return new AppOnlyCredentials(of(KEY), of(SECRET));
    }

    /** The credentials of the app for an account. */
    Credentials account() {
        if (hasAccount()) {
            return has(ACCESS_TOKEN) && !has(TOKEN, TOKEN_SECRET)
                    ? new OAuth2Credentials(() -> of(ACCESS_TOKEN))
                    : new OAuth1Credentials(of(KEY), of(SECRET), of(TOKEN), of(TOKEN_SECRET));
        }
        throw missing(
                "This call is an account's: it needs the account's OAuth 1.0a credentials, or "
                        + variable(ACCESS_TOKEN),
                KEY,
                SECRET,
                TOKEN,
                TOKEN_SECRET);
    }

    boolean hasAccount() {
        return has(ACCESS_TOKEN) || has(KEY, SECRET, TOKEN, TOKEN_SECRET);
    }

    private String of(String name) {
        return values.getOrDefault(name, "");
    }

    private boolean has(String... names) {
        return values.keySet().containsAll(List.of(names));
    }

    private static CommandFailedException missing(String sentence, String... names) {
        return new CommandFailedException(sentence + ". Set "
                + String.join(
                        ", ",
                        List.of(names).stream().map(XCredentials::variable).toList())
                + ", or name a file with them by --x-credentials-file.");
    }

    private static Properties load(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandFailedException(
                    "The file " + file + " cannot be read as properties: consumer-key=…, one on each line.", e);
        }
    }

    /** The names alone: the values are secrets. */
    @Override
    public String toString() {
        return "XCredentials" + values.keySet();
    }
}
