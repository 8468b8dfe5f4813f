/** X asks whether we know the app's secret, and gets its answer; nobody else does. */
@NullMarked
package com.dmverify.webhook.challenge;

import org.jspecify.annotations.NullMarked;
