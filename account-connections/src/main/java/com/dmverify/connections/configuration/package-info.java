/** Every knob with its reason, and the wiring. */
@NullMarked
package com.dmverify.connections.configuration;

import org.jspecify.annotations.NullMarked;
