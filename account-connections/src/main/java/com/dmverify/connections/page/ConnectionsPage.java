package com.dmverify.connections.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.connections.consent.ConsentRedirect;
import com.dmverify.connections.token.AccountTokens;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.web.server.csrf.CsrfToken;

/** Renders the page with all accounts, their states and actions. */
final class ConnectionsPage {

    private final AccountTokens tokens;
    private final Template template = Mustache.compiler().escapeHTML(true).compile(resource("connections.html"));
    private final Template redirect = Mustache.compiler().escapeHTML(true).compile(resource("redirect.html"));
    private final String style = resource("style.css");

    private record Model(List<AccountRow> rows, @Nullable Notice notice, String csrfName, String csrf) {}

    ConnectionsPage(AccountTokens tokens) {
        this.tokens = tokens;
    }

    String html(@Nullable Notice notice, CsrfToken csrf) {
        List<AccountRow> rows = tokens.accounts().stream()
                .map(account -> AccountRow.of(account, tokens.state(account)))
                .toList();
        return template.execute(new Model(rows, notice, csrf.getParameterName(), csrf.getToken()));
    }

    /** A page that continues to X automatically. Its target holds the state. */
    String redirect(ConsentRedirect target) {
        return redirect.execute(Map.of("address", target.consentPage().toString()));
    }

    String style() {
        return style;
    }

    private static String resource(String name) {
        try {
            return new ClassPathResource(name, ConnectionsPage.class).getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("part of this jar is missing: " + name, e);
        }
    }
}
