/** What is going to happen, all of it drawn from one seed. */
@NullMarked
package com.dmverify.promises.plan;

import org.jspecify.annotations.NullMarked;
