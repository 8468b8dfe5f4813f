/** How apps and users get tokens: OAuth 1.0a in three steps, OAuth 2.0, and an app's own bearer token. */
@NullMarked
package com.dmverify.sandbox.oauth1;

import org.jspecify.annotations.NullMarked;
