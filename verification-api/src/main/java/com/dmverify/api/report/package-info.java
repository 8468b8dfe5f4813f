/** Applies the delivery reports of dm-sender (topic {@code dm.attempted}). */
@NullMarked
package com.dmverify.api.report;

import org.jspecify.annotations.NullMarked;
