/** The service's connection to Redis: commands, scripts, key names, and the leases of the sweeps. */
@NullMarked
package com.dmverify.api.redis;

import org.jspecify.annotations.NullMarked;
