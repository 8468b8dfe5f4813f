package com.dmverify.connections.configuration;

import com.dmverify.connections.connection.RefreshPolicy;
import com.dmverify.connections.seal.SealingKey;
import com.dmverify.connections.seal.SealingKeys;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the OAuth 2.0 connections.
 *
 * @param publicUrl the URL of this service for an operator's browser; register it with /connections/callback at X. Must
 *     be https, except on localhost and with dm-verify.demo
 * @param authorizeUrl X's consent page
 * @param operator who may use the pages
 * @param keys the AES-GCM keys of the stored tokens; the first one encrypts, all of them decrypt
 * @param consentTimeout the time that an operator has at X to log in, read and allow
 * @param syncInterval how often each replica reads the connections from Redis: the delay until it sees a refresh by
 *     another replica or an action of an operator
 * @param refreshBefore how long before the end of an access token it is refreshed: enough for several attempts, and
 *     short compared with its lifetime of two hours
 * @param lease of the replica that refreshes a token; longer than its call to X can take
 * @param initialBackOff the pause after a failed refresh; it doubles with each failure
 * @param maxBackOff the longest pause, so that a repaired app is noticed soon
 * @param rejectionGrace a token that X refuses within this time after its issue is not refreshed for that: the cause is
 *     the account or the app, and new tokens would not help
 */
@ConfigurationProperties("dm-verify.connections")
record ConnectionsProperties(
        @DefaultValue("http://localhost:8082") URI publicUrl,
        @DefaultValue("https://x.com/i/oauth2/authorize") URI authorizeUrl,
        @DefaultValue OperatorProperties operator,
        @DefaultValue List<KeyProperties> keys,
        @DefaultValue("10m") Duration consentTimeout,
        @DefaultValue("15s") Duration syncInterval,
        @DefaultValue("10m") Duration refreshBefore,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("10s") Duration initialBackOff,
        @DefaultValue("5m") Duration maxBackOff,
        @DefaultValue("1m") Duration rejectionGrace) {

    /**
     * The operator's credentials for the pages; the password has no default.
     *
     * @param failures consecutive wrong passwords from one address before it is locked out; above the typing errors of
     *     an operator
     * @param lockOut the duration of the first lock-out; each further wrong password doubles it
     * @param maxLockOut the longest lock-out
     */
    record OperatorProperties(
            @DefaultValue("operator") String name,
            @DefaultValue("") String password,
            @DefaultValue("10") int failures,
            @DefaultValue("1m") Duration lockOut,
            @DefaultValue("15m") Duration maxLockOut) {

        @Override
        public String toString() {
            return "OperatorProperties[name=" + name + ", password masked]";
        }
    }

    /**
     * One key.
     *
     * @param id is stored in clear text with everything that the key encrypted
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

    /** Refuses a lease that could end during the call to X. */
    RefreshPolicy refreshPolicy(XProperties x) {
        if (lease.compareTo(x.connectTimeout().plus(x.requestTimeout())) <= 0) {
            throw new IllegalArgumentException(
                    "dm-verify.connections.lease must be longer than dm-verify.x.connect-timeout"
                            + " and dm-verify.x.request-timeout together; otherwise two replicas may use one refresh token");
        }
        return new RefreshPolicy(refreshBefore, lease, initialBackOff, maxBackOff);
    }
}
