package com.dmverify.connections.page;

import com.dmverify.connections.page.PageConfiguration.Cookies;
import org.springframework.http.ResponseCookie;

/**
 * The cookie that binds a consent to the browser that started it. {@code SameSite=Lax}, because the callback comes from
 * X's site.
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
