/** What a dead letter says of itself. */
@NullMarked
package com.dmverify.deadletters.letter;

import org.jspecify.annotations.NullMarked;
