/** Who plays along in the tests. */
@NullMarked
package com.dmverify.connections.cast;

import org.jspecify.annotations.NullMarked;
