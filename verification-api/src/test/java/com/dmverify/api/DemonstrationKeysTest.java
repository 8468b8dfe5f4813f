package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dmverify.support.durability.DeploymentProperties;
import com.dmverify.support.durability.DeploymentProperties.Durability;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemonstrationKeysTest {

    /** In docker-compose.yml. */
    private static final CodeProperties PUBLISHED = new CodeProperties(
            List.of(new CodeProperties.Key("k1", "c2FuZGJveC1vbmx5LWRvLW5vdC11c2UtZWxzZXdoZXJlIQ==")));

    @Test
    void aPublishedCodeKeyIsRefusedOutsideADemonstration() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ApiConfiguration().keyRing(PUBLISHED, new DeploymentProperties(Durability.STRICT, false)))
                .withMessageContaining("dm-verify.demo");
        assertThat(new ApiConfiguration().keyRing(PUBLISHED, new DeploymentProperties(Durability.STRICT, true)))
                .isNotNull();
    }
}
