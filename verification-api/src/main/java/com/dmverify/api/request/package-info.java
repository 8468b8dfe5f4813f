/** A platform asks for a verification and looks after it. */
@NullMarked
package com.dmverify.api.request;

import org.jspecify.annotations.NullMarked;
