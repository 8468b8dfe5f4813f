/** What is known of the people on the other side: their open verifications, what they did lately, and what they refused. */
@NullMarked
package com.dmverify.api.store.person;

import org.jspecify.annotations.NullMarked;
