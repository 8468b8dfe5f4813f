/** Issues OAuth 1.0a tokens in three steps. */
@NullMarked
package com.dmverify.sandbox.oauth1;

import org.jspecify.annotations.NullMarked;
