/** Represents HTTP requests, responses and JSON as values. */
@NullMarked
package com.dmverify.sandbox.http;

import org.jspecify.annotations.NullMarked;
