/** Shares the Avro schemas of the services through a topic, so that one version reads what another wrote. */
@NullMarked
package com.dmverify.support.schema;

import org.jspecify.annotations.NullMarked;
