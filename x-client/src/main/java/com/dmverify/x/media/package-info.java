/** Pictures and films that a message can carry. */
@NullMarked
package com.dmverify.x.media;

import org.jspecify.annotations.NullMarked;
