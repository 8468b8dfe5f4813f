package com.dmverify.wire;

import static com.dmverify.wire.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.webhook.Activity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deliveries that are forged, doubled, lost or late. Every one is made twice here, once in each family. */
class DeliveryTroublesIT {

    private static final int FAMILIES = 2;

    private final Sandbox sandbox = Sandbox.shared();
    private final Person person = sandbox.follower();

    @Test
    void aForgeryDoesNotPassTheSeal() {
        // Given
        int before = sandbox.receiver().forgeries();
        sandbox.orders("forged_webhook", person, FAMILIES);
        // When
        person.writes("forged");
        person.writes("genuine");
        // Then
        await().until(() -> sandbox.receiver().forgeries() == before + FAMILIES && heard().size() == FAMILIES);
        assertThat(heard()).extracting(Activity::text).containsOnly("genuine");
    }

    @Test
    void aSecondDeliveryOfTheSameHasTheSameId() {
        // Given
        sandbox.orders("duplicate_webhook", person, FAMILIES);
        // When
        String id = person.writes("twice");
        // Then
        await().until(() -> heard().size() == 2 * FAMILIES);
        assertThat(heard()).extracting(Activity::id).containsOnly(id);
    }

    @Test
    void whatIsLostIsOnlyToBeFoundByLooking() {
        // Given
        sandbox.orders("lost_webhook", person, FAMILIES);
        // When
        person.writes("lost");
        person.writes("arrived");
        // Then
        await().until(() -> heard().size() == FAMILIES);
        assertThat(heard()).extracting(Activity::text).containsOnly("arrived");
    }

    private List<Activity> heard() {
        return sandbox.receiver().about(person);
    }
}
