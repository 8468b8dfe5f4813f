package com.dmverify.connections.seal;

/** A sealed text cannot be decrypted. The message says why and holds no secret. */
public final class BrokenSealException extends RuntimeException {

    BrokenSealException(String reason) {
        super(reason);
    }
}
