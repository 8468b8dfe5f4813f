package com.dmverify.connections.page;

import com.dmverify.connections.token.ConnectionState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * An account on the page; the template calls these by name.
 *
 * @param look names the colour
 * @param button what the way to X is called
 * @param leave whether there is something to disconnect
 */
record Row(String name, String path, String look, String title, String detail, String button, boolean leave) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    static Row of(String name, ConnectionState state) {
        return switch (state) {
            case ConnectionState.NotConnected _ ->
                row(name, "off", "Not connected", "Nobody has consented yet.", "Connect", false);
            case ConnectionState.Connected(String handle, Instant until) ->
                row(
                        name,
                        "good",
                        "Connected as @" + handle,
                        "Until " + TIME.format(until) + "; renewed by itself before.",
                        "Reconnect",
                        true);
            case ConnectionState.Troubled(String handle, Instant until, String reason, Instant nextTry) ->
                row(
                        name,
                        "warn",
                        "Connected as @" + handle + ", but not renewed",
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

    private static Row row(String name, String look, String title, String detail, String button, boolean leave) {
        return new Row(name, UriUtils.encodePathSegment(name, "UTF-8"), look, title, detail, button, leave);
    }

    private static String since(String reason, @Nullable Instant since) {
        return since == null ? reason + "." : reason + ". Since " + TIME.format(since) + ".";
    }

    private static String capital(String reason) {
        return reason.isEmpty() ? reason : reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
    }
}
