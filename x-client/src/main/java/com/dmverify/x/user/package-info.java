/** Who somebody is on X. */
@NullMarked
package com.dmverify.x.user;

import org.jspecify.annotations.NullMarked;
