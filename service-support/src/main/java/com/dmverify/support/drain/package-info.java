/** The end of a service while requests still arrive: answers close their connections first, then the server stops. */
@NullMarked
package com.dmverify.support.drain;

import org.jspecify.annotations.NullMarked;
