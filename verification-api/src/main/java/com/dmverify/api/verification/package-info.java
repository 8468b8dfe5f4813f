/** What a verification is: its values, its states, its events. Knows neither Spring nor Redis nor Kafka. */
@NullMarked
package com.dmverify.api.verification;

import org.jspecify.annotations.NullMarked;
