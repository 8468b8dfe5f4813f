package com.dmverify.guarantees.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A brand with its own X account, app and budget, and the platform that uses it.
 *
 * @param name of the account in the configuration
 * @param id of the account on X
 * @param appId of the app on X
 */
public record Brand(String name, String id, String appId) {

    /** The brands that every deployment has. */
    public static final List<Brand> ALL = List.of(
            new Brand("acme", "1000000000000000011", "3000000000000000011"),
            new Brand("globex", "1000000000000000012", "3000000000000000012"),
            new Brand("initech", "1000000000000000013", "3000000000000000013"));

    public String handle() {
        return name + "_verify";
    }

    String consumerKey() {
        return name + "-consumer-key";
    }

    String consumerSecret() {
        return name + "-consumer-secret";
    }

    String token() {
        return id + "-" + name;
    }

    String tokenSecret() {
        return name + "-token-secret";
    }

    /** The platform's key for verification-api. */
    String apiKey() {
        return "dmv_guarantees_of_" + name;
    }

    String apiKeySha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(apiKey().getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
