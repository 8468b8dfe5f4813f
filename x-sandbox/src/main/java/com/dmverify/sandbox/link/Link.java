package com.dmverify.sandbox.link;

/**
 * A link in a text.
 *
 * @param url X's short URL, which is part of the text
 * @param expanded the written URL, with a scheme
 * @param display the URL as X displays it
 * @param start its first character in the stored text, in code points
 * @param end the position after its last character
 */
public record Link(String url, String expanded, String display, int start, int end) {}
