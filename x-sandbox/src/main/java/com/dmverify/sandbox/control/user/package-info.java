/** The control calls for users: creating them, their actions and their inboxes. */
@NullMarked
package com.dmverify.sandbox.control.user;

import org.jspecify.annotations.NullMarked;
