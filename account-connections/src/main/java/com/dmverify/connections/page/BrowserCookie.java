package com.dmverify.connections.page;

import com.dmverify.connections.page.PageConfiguration.Cookies;
import org.springframework.http.ResponseCookie;

/**
 * Binds a consent to the browser that asked for it. Lax, because the browser comes back from X's site; only for the callback.
 */
record BrowserCookie(Cookies cookies) {

    static final String NAME = "dm-verify-consent";

    String with(String secret) {
        return cookie(secret).maxAge(cookies.life()).build().toString();
    }

    String gone() {
        return cookie("").maxAge(0).build().toString();
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(NAME, value)
                .path(Paths.CALLBACK)
                .httpOnly(true)
                .secure(cookies.secure())
                .sameSite("Lax");
    }
}
