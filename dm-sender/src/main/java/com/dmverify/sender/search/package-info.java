/** Looks for a message of ours whose outcome is unknown, in all that X tells and shows. */
@NullMarked
package com.dmverify.sender.search;

import org.jspecify.annotations.NullMarked;
