/** Stories and promises through public doors: REST, Kafka, the sandbox's control doors. */
@NullMarked
package com.dmverify.stories;

import org.jspecify.annotations.NullMarked;
