/** Signs requests by OAuth 1.0a (RFC 5849, HMAC-SHA1). */
@NullMarked
package com.dmverify.x.oauth;

import org.jspecify.annotations.NullMarked;
