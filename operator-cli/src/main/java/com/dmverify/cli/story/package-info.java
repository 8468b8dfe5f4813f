/** The story of three verifications, step by step, against a deployment whose X is the sandbox. */
@NullMarked
package com.dmverify.cli.story;

import org.jspecify.annotations.NullMarked;
