/** Erases what is kept of a person for a tenant. */
@NullMarked
package com.dmverify.api.erase;

import org.jspecify.annotations.NullMarked;
