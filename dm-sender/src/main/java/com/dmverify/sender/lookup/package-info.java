/** Orders to look up a person: X is asked, and nothing is sent. */
@NullMarked
package com.dmverify.sender.lookup;

import org.jspecify.annotations.NullMarked;
