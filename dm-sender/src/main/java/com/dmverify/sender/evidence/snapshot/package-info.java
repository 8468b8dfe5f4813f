/** Conversation snapshots: what an account wrote lately, as fingerprints, shared by all replicas. */
@NullMarked
package com.dmverify.sender.evidence.snapshot;

import org.jspecify.annotations.NullMarked;
