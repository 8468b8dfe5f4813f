package com.dmverify.api.verification;

/**
 * An X account that speaks for tenants; its secrets are dm-sender's alone.
 *
 * @param name as configured, the same in every service
 * @param handle shown to users who are asked to follow it
 * @param userId X's numeric id
 */
public record SendingAccount(String name, Handle handle, UserId userId) {}
