package com.dmverify.sandbox.tls;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The port with TLS.
 *
 * @param port 0 for a free port, -1 for none
 */
@ConfigurationProperties("x-sandbox.tls")
record TlsProperties(@DefaultValue("8453") int port) {}
