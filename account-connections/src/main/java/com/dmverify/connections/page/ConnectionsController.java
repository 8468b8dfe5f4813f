package com.dmverify.connections.page;

import com.dmverify.connections.consent.AccountDisconnector;
import com.dmverify.connections.consent.ConsentCallback;
import com.dmverify.connections.consent.ConsentFlow;
import com.dmverify.connections.consent.ConsentRedirect;
import com.dmverify.connections.consent.ConsentResult;
import com.dmverify.redis.RedisAvailability;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The operator's pages. Blocks: its methods return no publishers, so WebFlux keeps them off the event loops. */
@Controller
final class ConnectionsController {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionsController.class);
    /** By then a broken connection to Redis is replaced. */
    private static final String RETRY_AFTER_SECONDS = "10";

    private static final MediaType CSS = new MediaType("text", "css");

    private final ConnectionsPage page;
    private final ConsentFlow consentFlow;
    private final AccountDisconnector disconnector;
    private final BrowserCookie cookie;

    ConnectionsController(
            ConnectionsPage page, ConsentFlow consentFlow, AccountDisconnector disconnector, BrowserCookie cookie) {
        this.page = page;
        this.consentFlow = consentFlow;
        this.disconnector = disconnector;
        this.cookie = cookie;
    }

    @GetMapping(Paths.ROOT)
    ResponseEntity<String> list(ServerWebExchange exchange) {
        return page(HttpStatus.OK, null, exchange);
    }

    @GetMapping(Paths.STYLE)
    ResponseEntity<String> style() {
        return ResponseEntity.ok().contentType(CSS).body(page.style());
    }

    /**
     * Responds with a page that continues to X instead of a redirect: browsers apply {@code form-action}, which allows
     * only this service, also to the redirect of a form.
     */
    @PostMapping(Paths.ROOT + "/{account}/start")
    ResponseEntity<String> start(@PathVariable("account") String account, ServerWebExchange exchange) {
        Optional<ConsentRedirect> redirect = consentFlow.begin(account);
        return redirect.map(target -> ResponseEntity.ok()
                        .contentType(MediaType.TEXT_HTML)
                        .header(HttpHeaders.SET_COOKIE, cookie.with(target.browser()))
                        .body(page.redirect(target)))
                .orElseGet(() -> noSuchAccount(exchange));
    }

    @GetMapping(Paths.CALLBACK)
    ResponseEntity<String> callback(
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "code", required = false) @Nullable String code,
            @RequestParam(name = "error", required = false) @Nullable String error,
            @CookieValue(name = BrowserCookie.NAME, required = false) @Nullable String browser,
            ServerWebExchange exchange) {
        ConsentResult result = consentFlow.complete(new ConsentCallback(state, code, error, browser));
        exchange.getResponse().getHeaders().add(HttpHeaders.SET_COOKIE, cookie.gone());
        // A redirect, so that the code is no longer in the address bar.
        return result instanceof ConsentResult.Connected ? home() : page(Notice.of(result), exchange);
    }

    @PostMapping(Paths.ROOT + "/{account}/disconnect")
    ResponseEntity<String> disconnect(@PathVariable("account") String account, ServerWebExchange exchange) {
        return disconnector
                .disconnect(account)
                .map(revoked -> revoked ? home() : page(Notice.left(account), exchange))
                .orElseGet(() -> noSuchAccount(exchange));
    }

    @ExceptionHandler(DataAccessException.class)
    ResponseEntity<String> storeFailed(DataAccessException error, ServerWebExchange exchange) {
        if (RedisAvailability.isUnavailable(error)) {
            exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            return page(Notice.REDIS_UNAVAILABLE, exchange);
        }
        // Without the message, which may quote the command.
        LOG.atError()
                .addKeyValue("error", error.getClass().getName())
                .addKeyValue(
                        "cause", String.valueOf(error.getMostSpecificCause().getClass()))
                .log("connections.redis_refused");
        return page(Notice.REDIS_REFUSES, exchange);
    }

    private ResponseEntity<String> noSuchAccount(ServerWebExchange exchange) {
        return page(Notice.NO_SUCH_ACCOUNT, exchange);
    }

    private static ResponseEntity<String> home() {
        return to(URI.create(Paths.ROOT)).body("");
    }

    private static ResponseEntity.BodyBuilder to(URI place) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(place);
    }

    private ResponseEntity<String> page(Notice notice, ServerWebExchange exchange) {
        return page(notice.status(), notice, exchange);
    }

    private ResponseEntity<String> page(HttpStatus status, @Nullable Notice notice, ServerWebExchange exchange) {
        Mono<CsrfToken> csrf = Objects.requireNonNull(exchange.getAttribute(CsrfToken.class.getName()));
        return ResponseEntity.status(status)
                .contentType(MediaType.TEXT_HTML)
                .body(page.html(notice, Objects.requireNonNull(csrf.block())));
    }
}
