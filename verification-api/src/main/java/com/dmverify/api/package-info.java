/** The REST API and the state of verifications. */
@NullMarked
package com.dmverify.api;

import org.jspecify.annotations.NullMarked;
