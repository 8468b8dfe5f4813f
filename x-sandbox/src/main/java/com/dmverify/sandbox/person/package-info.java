/** Who is on this X: accounts, their settings, who follows and blocks whom. */
@NullMarked
package com.dmverify.sandbox.person;

import org.jspecify.annotations.NullMarked;
