package com.dmverify.sandbox.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the sandbox takes from the wire.
 *
 * @param maxBody the largest request body; an image for a DM may have 5 MB
 */
@ConfigurationProperties("x-sandbox.http")
record HttpProperties(@DefaultValue("6MB") DataSize maxBody) {}
