package com.dmverify.x.http;

import com.dmverify.x.Answer;
import com.dmverify.x.AppOnlyCredentials;
import com.dmverify.x.RateLimits;
import com.dmverify.x.call.Call;
import com.dmverify.x.call.HttpMethod;
import com.dmverify.x.json.Json;
import com.dmverify.x.oauth.Parameter;
import com.dmverify.x.oauth.PercentEncoding;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The app's bearer token, fetched once and again after X refused it. X always returns the same token and refuses apps
 * that request it too often.
 *
 * <p>Source: X's page "OAuth 2.0 Application-Only".
 */
final class AppToken implements Authorizer {

    // Fetching the token changes nothing at X, so a lost response is like that of a read.
    private static final HttpMethod READ = HttpMethod.GET;

    private final AppOnlyCredentials app;
    private final Transport transport;
    private final URI base;
    private final ResponseMapper mapper;
    private volatile @Nullable String header;

    AppToken(AppOnlyCredentials app, Transport transport, URI base, ResponseMapper mapper) {
        this.app = app;
        this.transport = transport;
        this.base = base;
        this.mapper = mapper;
    }

    /** Two threads may fetch it at the same time; they get the same token. */
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
        Call call = Call.of(HttpMethod.POST, "/oauth2/token")
                .withForm(List.of(new Parameter("grant_type", "client_credentials")));
        Exchange exchange = transport.send(call.at(base), call, "Basic " + basic(), deadline);
        Answer<String> answer = mapper.map(READ, exchange, body -> "Bearer " + Json.text(body, "access_token"));
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
