/** Works around a defect of Reactor Netty, which loses responses that are written outside the event loop. */
@NullMarked
package com.dmverify.reactornetty;

import org.jspecify.annotations.NullMarked;
