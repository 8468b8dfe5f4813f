package com.dmverify.x.http;

import com.dmverify.x.Answer;
import com.dmverify.x.NotAuthorizedException;
import com.dmverify.x.OAuth2Credentials;
import com.dmverify.x.RateLimits;
import com.dmverify.x.XError;
import com.dmverify.x.call.Call;
import java.net.URI;
import java.util.regex.Pattern;

/** An account's bearer token, from its {@code TokenSource}. */
final class UserToken implements Authorizer {

    /** Visible characters only, so that a token cannot inject a header. */
    private static final Pattern TOKEN = Pattern.compile("[!-~]+");

    private static final String PREFIX = "Bearer ";

    private final OAuth2Credentials user;

    UserToken(OAuth2Credentials user) {
        this.user = user;
    }

    @Override
    public Answer<String> authorization(Call call, URI uri, Deadline deadline) {
        String token;
        try {
            token = user.tokens().token();
        } catch (NotAuthorizedException e) {
            return new Answer.Failed<>(
                    new XError.AppMisconfigured(String.valueOf(e.getMessage()), null), RateLimits.none());
        } catch (RuntimeException e) {
            // Without its message, which may hold the token.
            String detail = "no access token: " + e.getClass().getSimpleName();
            return new Answer.Failed<>(new XError.Unavailable(detail, null), RateLimits.none());
        }
        return TOKEN.matcher(token).matches()
                ? new Answer.Ok<>(PREFIX + token, RateLimits.none())
                : new Answer.Failed<>(new XError.AppMisconfigured("not an access token", null), RateLimits.none());
    }

    @Override
    public boolean refused(String header) {
        return user.tokens().refused(header.substring(PREFIX.length()));
    }
}
