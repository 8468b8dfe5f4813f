/** What an app asks for, and the code that comes back with a yes. */
@NullMarked
package com.dmverify.sandbox.oauth2.authorization;

import org.jspecify.annotations.NullMarked;
