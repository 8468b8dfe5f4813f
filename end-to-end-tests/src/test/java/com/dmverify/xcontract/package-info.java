/** Tests x-client against x-sandbox, which share no code: both are written from X's documents. */
@NullMarked
package com.dmverify.xcontract;

import org.jspecify.annotations.NullMarked;
