package com.dmverify.webhook.registration;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where X is.
 *
 * @param baseUrl the API of X; another one is a sandbox
 */
@ConfigurationProperties("dm-verify.x")
record XProperties(@DefaultValue("https://api.x.com") URI baseUrl) {}
