/** What a person answers to our messages, and what we owe them for it. */
@NullMarked
package com.dmverify.api.refusal;

import org.jspecify.annotations.NullMarked;
