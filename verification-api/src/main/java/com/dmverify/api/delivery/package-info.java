/** What became of the message, and what the user did about it. */
@NullMarked
package com.dmverify.api.delivery;

import org.jspecify.annotations.NullMarked;
