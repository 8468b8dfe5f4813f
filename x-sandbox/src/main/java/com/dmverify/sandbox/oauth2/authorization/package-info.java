/** Reads authorization requests of apps and issues authorization codes. */
@NullMarked
package com.dmverify.sandbox.oauth2.authorization;

import org.jspecify.annotations.NullMarked;
