package com.dmverify.connections.connection;

/**
 * The X account that consented.
 *
 * @param userId X's numeric id, which does not change
 * @param handle as it was when X was asked, without the {@code @}
 */
public record Owner(String userId, String handle) {}
