/** What an account wrote to everybody lately, read once for all orders in doubt. */
@NullMarked
package com.dmverify.sender.overview;

import org.jspecify.annotations.NullMarked;
