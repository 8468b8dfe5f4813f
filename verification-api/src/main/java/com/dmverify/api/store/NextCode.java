package com.dmverify.api.store;

/**
 * The code to use if the running one has too little life left.
 *
 * @param seenVersion the code version after which this code comes
 * @param keyId the key that derives it
 * @param digest what the state keeps of it
 */
public record NextCode(int seenVersion, String keyId, String digest) {}
