package com.dmverify.benchmarks.sign;

import com.dmverify.benchmarks.deployment.Sandbox;
import com.dmverify.x.oauth.Nonces;
import com.dmverify.x.oauth.OAuth1Signer;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** x-client's signer, as dm-sender uses it. */
final class OurSignatures implements Signatures {

    private final OAuth1Signer signer = new OAuth1Signer(Sandbox.BRAND, Clock.systemUTC(), new Nonces());

    @Override
    public String name() {
        return "x-client";
    }

    @Override
    public String header(URI uri) {
        return signer.authorization("POST", uri, List.of());
    }
}
