/** Challenges: what a person sends to us to prove control of an account (modes {@code dm_in} and {@code auto}). */
@NullMarked
package com.dmverify.api.challenge;

import org.jspecify.annotations.NullMarked;
