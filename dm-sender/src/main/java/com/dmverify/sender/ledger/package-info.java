/** The ledger of dispatches: who sends which, and what became of it. It makes sending idempotent. */
@NullMarked
package com.dmverify.sender.ledger;

import org.jspecify.annotations.NullMarked;
