package com.dmverify.connections.configuration;

import com.dmverify.connections.connection.Patience;
import com.dmverify.connections.seal.SealingKey;
import com.dmverify.connections.seal.SealingKeys;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How accounts are connected.
 *
 * @param publicUrl where an operator's browser reaches this service; with /connections/callback it has to be registered at X.
 *     https, but on this machine and in a demonstration
 * @param authorizeUrl X's consent page
 * @param operator who may use the pages
 * @param keys that tokens are sealed with; the first one seals
 * @param consentLife how long an operator may take at X: log in, read, allow
 * @param lookEvery how often each replica looks at the connections in Redis, and so how late it hears of another's renewal or
 *     of an operator's word
 * @param renewBefore the end of an access token: long enough for several tries, short against its life of two hours
 * @param lease of the replica that renews; longer than its call to X can last
 * @param firstPause after a failed renewal; doubles
 * @param longestPause no pause is longer, so that a repaired app is noticed
 * @param rejectionGrace a token that X refuses so soon after it was given is not renewed for that: the account or the app is in
 *     trouble, and new tokens would not help
 */
@ConfigurationProperties("dm-verify.connections")
record ConnectionsProperties(
        @DefaultValue("http://localhost:8082") URI publicUrl,
        @DefaultValue("https://x.com/i/oauth2/authorize") URI authorizeUrl,
        @DefaultValue OperatorProperties operator,
        @DefaultValue List<KeyProperties> keys,
        @DefaultValue("10m") Duration consentLife,
        @DefaultValue("15s") Duration lookEvery,
        @DefaultValue("10m") Duration renewBefore,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("10s") Duration firstPause,
        @DefaultValue("5m") Duration longestPause,
        @DefaultValue("1m") Duration rejectionGrace) {

    /**
     * Who may use the pages; the password has no default.
     *
     * @param failures wrong passwords in a row from one address before it is locked out: an operator mistypes now and then
     * @param lockOut the first time that it is locked out for; each further wrong password doubles it
     * @param longestLockOut no lock-out is longer
     */
    record OperatorProperties(
            @DefaultValue("operator") String name,
            @DefaultValue("") String password,
            @DefaultValue("10") int failures,
            @DefaultValue("1m") Duration lockOut,
            @DefaultValue("15m") Duration longestLockOut) {

        @Override
        public String toString() {
            return "OperatorProperties[name=" + name + ", password masked]";
        }
    }

    /**
     * One key.
     *
     * @param id stands beside what it sealed
     * @param secret Base64 of 32 random bytes: {@code openssl rand -base64 32}
     */
    record KeyProperties(String id, String secret) {

        @Override
        public String toString() {
            return "KeyProperties[id=" + id + ", secret masked]";
        }
    }

    SealingKeys sealingKeys() {
        return new SealingKeys(keys.stream()
                .map(key -> SealingKey.ofBase64(key.id(), key.secret()))
                .toList());
    }

    /** Refuses a lease that could end while X is asked. */
    Patience patience(XProperties x) {
        if (lease.compareTo(x.connectTimeout().plus(x.requestTimeout())) <= 0) {
            throw new IllegalArgumentException(
                    "dm-verify.connections.lease has to be longer than dm-verify.x.connect-timeout"
                            + " and dm-verify.x.request-timeout together, or two replicas use one refresh token");
        }
        return new Patience(renewBefore, lease, firstPause, longestPause);
    }
}
