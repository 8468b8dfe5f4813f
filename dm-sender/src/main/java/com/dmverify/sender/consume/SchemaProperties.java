package com.dmverify.sender.consume;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Records of newer versions.
 *
 * @param unknownFor how long a record of an unknown schema is tried again: longer than a rolling update takes
 */
@ConfigurationProperties("dm-verify.schemas")
record SchemaProperties(@DefaultValue("15m") Duration unknownFor) {}
