package com.dmverify.api.verification;

/**
 * The two ends of the messages.
 *
 * @param account the X account that sends for us
 * @param person who gets the messages, and may answer
 */
public record Contact(UserId account, UserId person) {}
