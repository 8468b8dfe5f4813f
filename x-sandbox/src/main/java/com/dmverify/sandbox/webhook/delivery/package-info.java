/** Events on their way to webhooks: handed out, carried, tried again, remembered, replayed. */
@NullMarked
package com.dmverify.sandbox.webhook.delivery;

import org.jspecify.annotations.NullMarked;
