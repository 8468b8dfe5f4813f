package com.dmverify.connections.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import reactor.core.publisher.Mono;

/**
 * Authenticates the operator. The password is long and random, as its configuration requires, so it needs no slow hash,
 * which would let anyone use up the processors.
 */
final class OperatorAuthenticationManager implements ReactiveAuthenticationManager {

    private final byte[] name;
    private final byte[] password;

    OperatorAuthenticationManager(Operator operator) {
        name = operator.name().getBytes(UTF_8);
        password = operator.password().getBytes(UTF_8);
    }

    @Override
    public Mono<Authentication> authenticate(Authentication given) {
        boolean sameName = MessageDigest.isEqual(name, bytes(given.getPrincipal()));
        boolean samePassword = MessageDigest.isEqual(password, bytes(given.getCredentials()));
        return sameName && samePassword
                ? Mono.just(UsernamePasswordAuthenticationToken.authenticated(given.getName(), null, List.of()))
                : Mono.error(new BadCredentialsException("not the operator"));
    }

    private static byte[] bytes(@Nullable Object given) {
        return String.valueOf(given).getBytes(UTF_8);
    }
}
