/** The control doors about people: who is there, what they see and do. */
@NullMarked
package com.dmverify.sandbox.control.user;

import org.jspecify.annotations.NullMarked;
