/** Follows verifications while they change: streams and long polls. */
@NullMarked
package com.dmverify.api.live;

import org.jspecify.annotations.NullMarked;
