package com.dmverify.sender.configuration;

import com.dmverify.codes.CodeFingerprints;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What belongs to an installation and not to this service alone.
 *
 * @param accounts by the names that orders call them by
 * @param codes the key ring, the same as in verification-api
 * @param limits how much one person gets at most
 * @param schemas what is done with records of newer versions
 */
@ConfigurationProperties("dm-verify")
record HouseProperties(
        @DefaultValue Map<String, AccountProperties> accounts,
        @DefaultValue Codes codes,
        @DefaultValue Limits limits,
        @DefaultValue Schemas schemas) {

    /**
     * Records of newer versions.
     *
     * @param unknownFor how long a record of an unknown schema is tried again: longer than a rolling update takes
     */
    record Schemas(@DefaultValue("15m") Duration unknownFor) {}

    private static final Pattern X_HOST = Pattern.compile("(.*\\.)?(x|twitter)\\.com\\.?", Pattern.CASE_INSENSITIVE);

    /**
     * Limits of ours, beside X's.
     *
     * @param dmsPerPersonHour messages of one account to one person (numeric id) in an hour, over all tenants: a caller who
     *     asks for more floods that person. 0 switches it off, for load tests
     */
    record Limits(@DefaultValue("5") long dmsPerPersonHour) {}

    /** Whether an account talks to X itself, and so to real people. A URL without a readable host counts as X's. */
    boolean isAtX(URI baseUrl) {
        return accounts.values().stream()
                .map(account -> Objects.requireNonNullElse(account.baseUrl(), baseUrl))
                .map(URI::getHost)
                .anyMatch(host -> host == null || X_HOST.matcher(host).matches());
    }

    /** The keys; the first one is the newest. */
    record Codes(@DefaultValue List<CodeKeyProperties> keys) {

        /**
         * By which replicas know messages in each other's overviews. Keyed by the first key: while keys are rotated,
         * replicas with different ones do not use each other's.
         */
        CodeFingerprints overviewDigits() {
            return new CodeFingerprints(
                    keys.stream().findFirst().map(CodeKeyProperties::secret).orElse(""));
        }
    }
}
