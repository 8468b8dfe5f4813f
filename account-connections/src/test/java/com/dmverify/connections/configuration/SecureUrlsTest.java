package com.dmverify.connections.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecureUrlsTest {

    private static final SecureUrls PRODUCTION = new SecureUrls(false);
    private static final SecureUrls DEMONSTRATION = new SecureUrls(true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://dm.example.com",
                "HTTPS://dm.example.com:8443/",
                "http://localhost:8082",
                "http://LOCALHOST",
                "http://dm.localhost:1",
                "http://127.0.0.1:8082",
                "http://127.1.2.3",
                "http://[::1]:8082"
            })
    void httpsAndLoopbackUrlsAreAccepted(String address) {
        assertThat(PRODUCTION.checked("some.property", URI.create(address))).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://dm.example.com",
                "http://10.0.0.1",
                "http://localhost.example.com",
                "http://127.0.0.1.example.com",
                "http://notlocalhost",
                "ftp://localhost",
                "ws://localhost",
                "//localhost:8082",
                "localhost:8082",
                "/connections",
                "https://user:secret@dm.example.com"
            })
    void otherUrlsAreRefused(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PRODUCTION.checked("some.property", URI.create(address)))
                .withMessageStartingWith("some.property")
                .satisfies(error -> assertThat(error).hasMessageNotContaining("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://dm-sender:8082", "http://x-sandbox:8090"})
    void aDemonstrationMayUseHttp(String address) {
        assertThat(DEMONSTRATION.checked("some.property", URI.create(address))).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://dm-sender", "http://user:secret@dm-sender"})
    void aDemonstrationRefusesOtherSchemes(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEMONSTRATION.checked("some.property", URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://dm.example.com", "HTTPS://dm.example.com"})
    void schemesAreCaseInsensitive(String address) {
        assertThat(SecureUrls.isTls(URI.create(address))).isTrue();
    }
}
