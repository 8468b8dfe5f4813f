package com.dmverify.api.store.queue;

/**
 * How many orders wait for an account.
 *
 * @param all of them
 * @param ofTenant those of one tenant
 */
public record TenantQueue(long all, long ofTenant) {}
