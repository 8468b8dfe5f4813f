package com.dmverify.support.schema;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether schemas are shared through the topic {@code schemas}.
 *
 * @param enabled off where a schema registry does it
 */
@ConfigurationProperties("dm-verify.schemas.topic")
record SchemaTopicProperties(@DefaultValue("true") boolean enabled) {}
