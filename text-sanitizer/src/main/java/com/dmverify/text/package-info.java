/** Rules for text from outside: what people type, what platforms put into a message, what people write back. JDK only. */
@NullMarked
package com.dmverify.text;

import org.jspecify.annotations.NullMarked;
