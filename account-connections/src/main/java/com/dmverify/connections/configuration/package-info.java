/** Properties and beans of the account connections. */
@NullMarked
package com.dmverify.connections.configuration;

import org.jspecify.annotations.NullMarked;
