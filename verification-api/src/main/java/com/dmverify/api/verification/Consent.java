package com.dmverify.api.verification;

/**
 * The consent that the platform took; X wants automated messages to go only to people who asked.
 *
 * @param at when, ISO 8601
 * @param textVersion which text the user agreed to
 */
public record Consent(String at, String textVersion) {}
