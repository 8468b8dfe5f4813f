package com.dmverify.sandbox.oauth2.authorization;

import com.dmverify.sandbox.Resettable;
import com.dmverify.sandbox.access.RandomTokens;
import com.dmverify.sandbox.oauth2.OAuth2Properties;
import com.dmverify.sandbox.oauth2.TokenFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The authorization codes, which work once and expire after half a minute. */
@Component
public class AuthorizationCodes implements Resettable {

    private static final int MOST = 10_000;

    private final Map<String, Granted> codes = new LinkedHashMap<>();
    private final Clock clock;
    private final Duration life;

    AuthorizationCodes(Clock clock, OAuth2Properties properties) {
        this.clock = clock;
        this.life = properties.codeLife();
    }

    public synchronized String issue(AuthorizationRequest request, long userId) {
        String code = TokenFormat.of("ac", RandomTokens.random(32), clock.millis());
        codes.put(code, new Granted(request, userId, clock.instant().plus(life)));
        if (codes.size() > MOST) {
            codes.remove(codes.keySet().iterator().next());
        }
        return code;
    }

    /** Uses a code, also if it is rejected afterwards. Returns its grant. */
    public synchronized Optional<Granted> take(String code) {
        return Optional.ofNullable(codes.remove(code))
                .filter(granted -> clock.instant().isBefore(granted.expiresAt()));
    }

    @Override
    public synchronized void reset() {
        codes.clear();
    }

    /** The grant of a user. */
    public record Granted(AuthorizationRequest request, long userId, Instant expiresAt) {}
}
