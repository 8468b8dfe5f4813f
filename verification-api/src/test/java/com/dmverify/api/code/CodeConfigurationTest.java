package com.dmverify.api.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dmverify.support.durability.DeploymentProperties;
import com.dmverify.support.durability.DeploymentProperties.Durability;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeConfigurationTest {

    /** In docker-compose.yml. */
    private static final CodeProperties PUBLISHED = new CodeProperties(
            List.of(new CodeProperties.Key("k1", "c2FuZGJveC1vbmx5LWRvLW5vdC11c2UtZWxzZXdoZXJlIQ==")));

    @Test
    void aPublishedCodeKeyIsRefusedOutsideADemonstration() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new CodeConfiguration().keyRing(PUBLISHED, new DeploymentProperties(Durability.STRICT, false)))
                .withMessageContaining("dm-verify.demo");
        assertThat(new CodeConfiguration().keyRing(PUBLISHED, new DeploymentProperties(Durability.STRICT, true)))
                .isNotNull();
    }
}
