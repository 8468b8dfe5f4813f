/** How answers get back to the connection that asked. */
@NullMarked
package com.dmverify.answers;

import org.jspecify.annotations.NullMarked;
