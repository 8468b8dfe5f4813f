/** What was heard and seen through public doors: Kafka's topics and X's own record. */
@NullMarked
package com.dmverify.promises.evidence;

import org.jspecify.annotations.NullMarked;
