/** The commands of other services, which are treated like the calls of REST: start, cancel, send again. */
@NullMarked
package com.dmverify.api.request.kafka;

import org.jspecify.annotations.NullMarked;
