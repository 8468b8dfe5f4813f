/** Records that nobody can ever process, and who puts them where everybody reads. */
@NullMarked
package com.dmverify.promises.poison;

import org.jspecify.annotations.NullMarked;
