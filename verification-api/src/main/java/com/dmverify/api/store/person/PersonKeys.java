package com.dmverify.api.store.person;

import com.dmverify.api.redis.KeyHash;
import com.dmverify.api.verification.Contact;

/** Key names. The conversation is the hash tag, so that the keys of a script share a slot of a Redis cluster. */
final class PersonKeys {

    private PersonKeys() {}

    static String verifications(Contact with) {
        return key(with, "verifications");
    }

    static String acted(Contact with) {
        return key(with, "acted");
    }

    static String declined(Contact with) {
        return key(with, "declined");
    }

    static String hash(Contact with) {
        return KeyHash.of("person", with.account().value(), with.person().value());
    }

    private static String key(Contact with, String what) {
        return "verification-person:{" + hash(with) + "}:" + what;
    }
}
