/** What X sends to a webhook: seals, challenges, activities. */
@NullMarked
package com.dmverify.x.webhook;

import org.jspecify.annotations.NullMarked;
