package com.dmverify.sandbox.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of HTTP requests.
 *
 * @param maxBody the largest request body; images in DMs have up to 5 MB
 */
@ConfigurationProperties("x-sandbox.http")
record HttpProperties(@DefaultValue("6MB") DataSize maxBody) {}
