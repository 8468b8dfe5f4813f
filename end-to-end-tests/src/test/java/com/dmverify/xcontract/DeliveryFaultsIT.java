package com.dmverify.xcontract;

import static com.dmverify.xcontract.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.webhook.Activity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Forged, duplicate and lost deliveries. X makes each delivery twice here, once in each payload format. */
class DeliveryFaultsIT {

    private static final int FORMATS = 2;

    private final Sandbox sandbox = Sandbox.shared();
    private final SandboxUser person = sandbox.follower();

    @Test
    void aForgedDeliveryFailsTheSignatureCheck() {
        // Given
        int before = sandbox.receiver().forgeries();
        sandbox.injects("forged_webhook", person, FORMATS);
        // When
        person.writes("forged");
        person.writes("genuine");
        // Then
        await().until(() ->
                sandbox.receiver().forgeries() == before + FORMATS && received().size() == FORMATS);
        assertThat(received()).extracting(Activity::text).containsOnly("genuine");
    }

    @Test
    void aDuplicateDeliveryHasTheSameId() {
        // Given
        sandbox.injects("duplicate_webhook", person, FORMATS);
        // When
        String id = person.writes("twice");
        // Then
        await().until(() -> received().size() == 2 * FORMATS);
        assertThat(received()).extracting(Activity::id).containsOnly(id);
    }

    @Test
    void aLostDeliveryIsNotRepeated() {
        // Given
        sandbox.injects("lost_webhook", person, FORMATS);
        // When
        person.writes("lost");
        person.writes("arrived");
        // Then
        await().until(() -> received().size() == FORMATS);
        assertThat(received()).extracting(Activity::text).containsOnly("arrived");
    }

    private List<Activity> received() {
        return sandbox.receiver().about(person);
    }
}
