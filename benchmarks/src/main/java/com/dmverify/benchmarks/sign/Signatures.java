package com.dmverify.benchmarks.sign;

import java.net.URI;

/** A library that signs. */
interface Signatures {

    String name();

    /** The {@code Authorization} header for a POST to this address, with a nonce and the time of its own. */
    String header(URI uri);
}
