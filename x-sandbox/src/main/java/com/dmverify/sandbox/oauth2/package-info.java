/** Lifetimes and format of the tokens of OAuth 2.0 with PKCE. */
@NullMarked
package com.dmverify.sandbox.oauth2;

import org.jspecify.annotations.NullMarked;
