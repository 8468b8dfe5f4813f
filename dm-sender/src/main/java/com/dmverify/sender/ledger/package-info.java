/** Who sends which dispatch, and what became of it: the one object that makes sending idempotent. */
@NullMarked
package com.dmverify.sender.ledger;

import org.jspecify.annotations.NullMarked;
