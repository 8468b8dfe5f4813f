package com.dmverify.connections.connection;

/**
 * The X account that consented.
 *
 * @param userId X's numeric id, which does not change
 * @param handle at the time of the consent, without the {@code @}
 */
public record Owner(String userId, String handle) {}
