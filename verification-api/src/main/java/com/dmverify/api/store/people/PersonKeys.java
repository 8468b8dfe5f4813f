package com.dmverify.api.store.people;

import com.dmverify.api.store.KeyHash;
import com.dmverify.api.verification.Conversation;

/** Key names. The conversation is the hash tag, so that the keys of a script share a slot of a Redis cluster. */
final class PersonKeys {

    private PersonKeys() {}

    static String verifications(Conversation with) {
        return key(with, "verifications");
    }

    static String acted(Conversation with) {
        return key(with, "acted");
    }

    static String declined(Conversation with) {
        return key(with, "declined");
    }

    static String hash(Conversation with) {
        return KeyHash.of("person", with.account().value(), with.person().value());
    }

    private static String key(Conversation with, String what) {
        return "verification-person:{" + hash(with) + "}:" + what;
    }
}
