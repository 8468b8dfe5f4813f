/** Uploads images and videos for messages. */
@NullMarked
package com.dmverify.x.media;

import org.jspecify.annotations.NullMarked;
