/** Answers whether a message would reach a person, by look-ups of X that dm-sender makes. Nothing is sent. */
@NullMarked
package com.dmverify.api.reachability;

import org.jspecify.annotations.NullMarked;
