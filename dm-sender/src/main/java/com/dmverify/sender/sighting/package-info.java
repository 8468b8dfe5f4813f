/** What X itself tells of the messages that we sent. */
@NullMarked
package com.dmverify.sender.sighting;

import org.jspecify.annotations.NullMarked;
