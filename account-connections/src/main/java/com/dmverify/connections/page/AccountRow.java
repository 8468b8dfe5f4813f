package com.dmverify.connections.page;

import com.dmverify.connections.token.ConnectionState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * An account on the page. The template refers to these names.
 *
 * @param cssClass of the state, for its colour
 * @param button the label of the button that starts a consent
 * @param canDisconnect whether the account has a connection
 */
record AccountRow(
        String name, String path, String cssClass, String title, String detail, String button, boolean canDisconnect) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    static AccountRow of(String name, ConnectionState state) {
        return switch (state) {
            case ConnectionState.NotConnected _ ->
                row(name, "off", "Not connected", "The account has not consented yet.", "Connect", false);
            case ConnectionState.Connected(String handle, Instant until) ->
                row(
                        name,
                        "good",
                        "Connected as @" + handle,
                        "Until " + TIME.format(until) + "; refreshed automatically before.",
                        "Reconnect",
                        true);
            case ConnectionState.RefreshFailing(String handle, Instant until, String reason, Instant nextTry) ->
                row(
                        name,
                        "warn",
                        "Connected as @" + handle + ", but the token refresh fails",
                        "Until " + TIME.format(until) + ". " + capital(reason) + ". Tried again " + TIME.format(nextTry)
                                + ".",
                        "Reconnect",
                        true);
            case ConnectionState.ReconnectNeeded(String reason, Instant since) ->
                row(name, "bad", "Reconnect needed", since(capital(reason), since), "Reconnect", true);
            case ConnectionState.Unknown(String reason) ->
                row(name, "off", "Unknown", capital(reason) + ".", "Connect", false);
        };
    }

    private static AccountRow row(
            String name, String cssClass, String title, String detail, String button, boolean canDisconnect) {
        return new AccountRow(
                name, UriUtils.encodePathSegment(name, "UTF-8"), cssClass, title, detail, button, canDisconnect);
    }

    private static String since(String reason, @Nullable Instant since) {
        return since == null ? reason + "." : reason + ". Since " + TIME.format(since) + ".";
    }

    private static String capital(String reason) {
        return reason.isEmpty() ? reason : reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
    }
}
