package com.dmverify.sandbox.media;

import java.time.Instant;

/**
 * An upload. Its bytes are counted, not kept.
 *
 * @param ready everything arrived and was finalized
 */
record Media(long id, long owner, String type, String category, long size, boolean ready, Instant expiresAt) {

    Media plus(long bytes) {
        return new Media(id, owner, type, category, size + bytes, ready, expiresAt);
    }

    Media finished() {
        return new Media(id, owner, type, category, size, true, expiresAt);
    }
}
