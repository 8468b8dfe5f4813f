package com.dmverify.sandbox.link;

/**
 * One address in a text.
 *
 * @param url X's short one, which stands in the text
 * @param expanded what was written, with a scheme
 * @param display how X shows it to people
 * @param start its first character in the text as X keeps it, counted in code points
 * @param end behind its last character
 */
public record Link(String url, String expanded, String display, int start, int end) {}
