/** The operator's pages, behind a password. */
@NullMarked
package com.dmverify.connections.page;

import org.jspecify.annotations.NullMarked;
