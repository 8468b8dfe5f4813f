/** Issues, refreshes and revokes OAuth 2.0 tokens; a refresh token works once. */
@NullMarked
package com.dmverify.sandbox.oauth2.token;

import org.jspecify.annotations.NullMarked;
