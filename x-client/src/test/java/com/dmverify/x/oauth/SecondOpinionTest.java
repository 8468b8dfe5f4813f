package com.dmverify.x.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.OAuth1Credentials;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Signatures agree with signpost's over random requests of every awkward kind. */
class SecondOpinionTest {

    private static final long SEED = 20260704;
    private static final int REQUESTS = 4000;
    private static final Pattern SIGNATURE = Pattern.compile("oauth_signature=\"([^\"]+)\"");
    private static final List<String> ATOMS = List.of(
            "a", "Z", "0", "-", "_", ".", "~", " ", "+", "%", "%20", "%2B", "%252F", "&", "=", "?", "#", "/", ":", ";",
            "!", "*", "'", "(", ")", ",", "\"", "\\", "@", "$", "[", "é", "ß", "私", "☃", "𝒳", "👍🏽", "\n", "\u0000");

    private final Random random = new Random(SEED);

    @Test
    void bothImplementationsAgree() {
        for (int request = 0; request < REQUESTS; request++) {
            // Given
            OAuth1Credentials credentials = new OAuth1Credentials(word(), word(), word(), word());
            String nonce = Long.toHexString(random.nextLong());
            long timestamp = random.nextInt(Integer.MAX_VALUE);
            String method = List.of("GET", "POST", "PUT", "DELETE").get(random.nextInt(4));
            URI uri = uri();
            String form = random.nextBoolean() ? "" : Parameter.join(parameters("twice in form"));
            // When
            String ours = new OAuth1Signer(credentials, () -> Instant.ofEpochSecond(timestamp), () -> nonce)
                    .authorization(method, uri, Parameter.parse(form));
            // Then
            String theirs = new SignpostConsumer(credentials, nonce, timestamp).authorization(method, uri, form);
            assertThat(signature(ours))
                    .as("seed %d, request %d: %s %s %s", SEED, request, method, uri, form)
                    .isEqualTo(signature(theirs));
        }
    }

    private URI uri() {
        String scheme = random.nextBoolean() ? "https" : "HTTP";
        String host = List.of("api.x.com", "API.Twitter.com", "127.0.0.1", "localhost")
                .get(random.nextInt(4));
        String port = List.of("", ":80", ":443", ":8090", ":8453").get(random.nextInt(5));
        String path = IntStream.range(0, random.nextInt(4))
                .mapToObj(_ -> "/" + PercentEncoding.encode(word()))
                .reduce("", String::concat);
        String query = random.nextBoolean() ? "" : "?" + Parameter.join(parameters("twice in query"));
        return URI.create(
                scheme + "://" + host + port + path + (path.isEmpty() && !query.isEmpty() ? "/" : "") + query);
    }

    /**
     * A name may repeat, with another value, and not in query and form at once: there signpost drops one of the two,
     * against RFC 5849, 3.4.1.3.
     */
    private List<Parameter> parameters(String repeated) {
        return IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(index -> random.nextInt(4) == 0
                        ? new Parameter(repeated, word() + index)
                        : new Parameter(word() + index, random.nextInt(6) == 0 ? "" : word()))
                .toList();
    }

    private String word() {
        return IntStream.range(0, 1 + random.nextInt(8))
                .mapToObj(_ -> ATOMS.get(random.nextInt(ATOMS.size())))
                .reduce("x", String::concat);
    }

    private static String signature(String header) {
        Matcher matcher = SIGNATURE.matcher(header);
        assertThat(matcher.find()).as(header).isTrue();
        return matcher.group(1);
    }
}
