package com.dmverify.sandbox.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as X sends it to apps: each URL is replaced by a {@code https://t.co/…} (help.x.com, "About the link service") and
 * {@code & < >} are escaped; positions are counted in the escaped text. A URL always gets the same short URL here, so that
 * equal texts stay equal.
 */
public record LinkedText(String text, List<Link> links) {

    /** Matches any host after a scheme, and hosts of common top-level domains without one, as X does. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\w@.#$/-])(?:(https?://)(?:[\\w-]{1,63}\\.){1,8}\\p{L}{2,24}"
                    + "|(?:[a-z0-9-]{1,63}\\.){1,8}(?:com|org|net|edu|gov|info|biz|io|co|dev|app|ai|me|xyz|link|page|tv)(?![\\w-]))"
                    + "(?::[0-9]{1,5})?(?:[/?#][^\\s<>\"]*)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TRAILING = Pattern.compile("[.,;:!?'\")\\]}]+$");
    private static final int LONGEST_DISPLAY = 26;

    public LinkedText {
        links = List.copyOf(links);
    }

    public static LinkedText of(String written) {
        return written.indexOf('.') < 0 ? new LinkedText(EscapedText.of(written), List.of()) : shorten(written);
    }

    private static LinkedText shorten(String written) {
        StringBuilder text = new StringBuilder(written.length());
        List<Link> links = new ArrayList<>();
        Matcher address = ADDRESS.matcher(written);
        int from = 0;
        while (address.find(from)) {
            String found = TRAILING.matcher(address.group()).replaceFirst("");
            text.append(EscapedText.of(written.substring(from, address.start())));
            String url = "https://t.co/" + ShortName.of(found);
            int start = text.codePointCount(0, text.length());
            text.append(url);
            links.add(new Link(url, expanded(found), display(found), start, start + url.length()));
            from = address.start() + found.length();
        }
        return new LinkedText(
                text.append(EscapedText.of(written.substring(from))).toString(), links);
    }

    private static String expanded(String found) {
        return hasScheme(found) ? found : "http://" + found;
    }

    private static String display(String found) {
        String bare = hasScheme(found) ? found.substring(found.indexOf("://") + 3) : found;
        String shown = bare.startsWith("www.") ? bare.substring(4) : bare;
        return shown.length() > LONGEST_DISPLAY ? shown.substring(0, LONGEST_DISPLAY) + "…" : shown;
    }

    private static boolean hasScheme(String found) {
        String lower = found.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }
}
