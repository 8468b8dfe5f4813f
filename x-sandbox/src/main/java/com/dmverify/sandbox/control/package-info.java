/** The doors of whoever plays with the sandbox, and the page. */
@NullMarked
package com.dmverify.sandbox.control;

import org.jspecify.annotations.NullMarked;
