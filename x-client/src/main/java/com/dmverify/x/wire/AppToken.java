package com.dmverify.x.wire;

import com.dmverify.x.Answer;
import com.dmverify.x.AppOnlyCredentials;
import com.dmverify.x.RateLimits;
import com.dmverify.x.call.Call;
import com.dmverify.x.call.Verb;
import com.dmverify.x.json.Json;
import com.dmverify.x.oauth.Parameter;
import com.dmverify.x.oauth.PercentEncoding;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The app's own bearer token, fetched once and again when X takes it no more: X always gives the same one, and refuses apps that ask too often.
 *
 * <p>Source: X's page "OAuth 2.0 Application-Only".
 */
final class AppToken implements Authorizer {

    // Asking for it changes nothing at X, so a lost answer is judged like that of a read.
    private static final Verb HARMLESS = Verb.GET;

    private final AppOnlyCredentials app;
    private final Transport transport;
    private final URI base;
    private final Judge judge;
    private volatile @Nullable String header;

    AppToken(AppOnlyCredentials app, Transport transport, URI base, Judge judge) {
        this.app = app;
        this.transport = transport;
        this.base = base;
        this.judge = judge;
    }

    /** Two threads may fetch it at the same moment; they get the same token. */
    @Override
    public Answer<String> authorization(Call call, URI uri, Deadline deadline) {
        String known = header;
        return known == null ? fetch(deadline) : new Answer.Ok<>(known, RateLimits.none());
    }

    @Override
    public boolean refused(String refused) {
        if (refused.equals(header)) {
            header = null;
        }
        return false;
    }

    private Answer<String> fetch(Deadline deadline) {
        Call call = Call.of(Verb.POST, "/oauth2/token")
                .withForm(List.of(new Parameter("grant_type", "client_credentials")));
        Exchange exchange = transport.send(call.at(base), call, "Basic " + basic(), deadline);
        Answer<String> answer = judge.verdict(HARMLESS, exchange, body -> "Bearer " + Json.text(body, "access_token"));
        if (answer instanceof Answer.Ok<String>(String fetched, RateLimits _)) {
            header = fetched;
        }
        return answer;
    }

    private String basic() {
        String pair = PercentEncoding.encode(app.consumerKey()) + ":" + PercentEncoding.encode(app.consumerSecret());
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }
}
