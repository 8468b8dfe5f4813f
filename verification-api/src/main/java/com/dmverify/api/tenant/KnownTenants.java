package com.dmverify.api.tenant;

import java.util.Set;

/** The tenants that there are at this moment. */
public interface KnownTenants {

    /** Their names. */
    Set<String> names();

    /** How many of them send from this account. */
    int sharing(String account);
}
