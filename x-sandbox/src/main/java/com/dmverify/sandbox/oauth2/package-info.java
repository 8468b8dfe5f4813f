/** OAuth 2.0 with PKCE: a user grants an app some scopes; codes, access tokens, refresh tokens that are good once. */
@NullMarked
package com.dmverify.sandbox.oauth2;

import org.jspecify.annotations.NullMarked;
