/** The names of the topics and how a record looks on the wire. */
@NullMarked
package com.dmverify.schemas;

import org.jspecify.annotations.NullMarked;
