/** Every knob with its reason, and the wiring. */
@NullMarked
package com.dmverify.sender.configuration;

import org.jspecify.annotations.NullMarked;
