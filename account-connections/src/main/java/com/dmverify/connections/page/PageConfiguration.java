package com.dmverify.connections.page;

import com.dmverify.connections.consent.AccountDisconnector;
import com.dmverify.connections.consent.ConsentFlow;
import com.dmverify.connections.token.AccountTokens;
import com.dmverify.reactornetty.ReactorNettyWorkaround;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The operator's pages and their authentication. Needs an {@link Operator}, a {@link LockoutPolicy} and {@link
 * Cookies}. Other paths of the server are unchanged, except that their responses are written on their event loops, too.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@Import(ReactorNettyWorkaround.class)
public class PageConfiguration {

    private static final String CONTENT =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /**
     * Attributes of cookies.
     *
     * @param secure whether they are sent over TLS only
     * @param life of the cookie that binds a consent to a browser
     */
    public record Cookies(boolean secure, Duration life) {}

    @Bean
    ConnectionsController connectionsController(
            AccountTokens tokens, ConsentFlow consentFlow, AccountDisconnector disconnector, Cookies cookies) {
        return new ConnectionsController(
                new ConnectionsPage(tokens), consentFlow, disconnector, new BrowserCookie(cookies));
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityWebFilterChain connectionsSecurity(
            ServerHttpSecurity http, Operator operator, LockoutPolicy lockoutPolicy, Cookies cookies) {
        return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers(Paths.ROOT, Paths.ROOT + "/**"))
                .authorizeExchange(exchanges -> exchanges.anyExchange().authenticated())
                .addFilterAt(new ProblemFilter(), SecurityWebFiltersOrder.FIRST)
                .addFilterBefore(
                        new LockoutFilter(new PasswordFailures(lockoutPolicy, System::nanoTime)),
                        SecurityWebFiltersOrder.HTTP_BASIC)
                .httpBasic(basic -> basic.authenticationManager(new OperatorAuthenticationManager(operator))
                        .authenticationEntryPoint(PageConfiguration::askForPassword)
                        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance()))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(PageConfiguration::askForPassword))
                .csrf(csrf -> protect(csrf, cookies))
                .headers(PageConfiguration::headers)
                .formLogin(FormLoginSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .build();
    }

    /** In a cookie, not in a session, because the next request may reach another replica. */
    private static void protect(CsrfSpec csrf, Cookies cookies) {
        CookieServerCsrfTokenRepository repository = new CookieServerCsrfTokenRepository();
        repository.setCookieName("dm-verify-csrf");
        repository.setCookiePath(Paths.ROOT);
        repository.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(cookies.secure()).sameSite("Strict"));
        csrf.csrfTokenRepository(repository)
                .accessDeniedHandler((exchange, _) -> ProblemFilter.write(
                        exchange,
                        HttpStatus.FORBIDDEN,
                        "The form's token is missing or old. Open /connections again and press the button there."));
    }

    private static Mono<Void> askForPassword(ServerWebExchange exchange, AuthenticationException error) {
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"DM Verify\"");
        return ProblemFilter.write(exchange, HttpStatus.UNAUTHORIZED, "Send the operator's name and password.");
    }

    /** "No caching" is the library's default. */
    private static void headers(HeaderSpec headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .frameOptions(frame -> frame.mode(XFrameOptionsServerHttpHeadersWriter.Mode.DENY))
                // The URL of a callback holds a code, which must not leak in a Referer header.
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
    }
}
