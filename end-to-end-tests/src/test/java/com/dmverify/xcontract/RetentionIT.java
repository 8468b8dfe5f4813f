package com.dmverify.xcontract;

import static com.dmverify.xcontract.Outcome.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.local.testing.OffsetClock;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.dm.Message;
import com.dmverify.x.dm.v1.MessageEvent;
import com.dmverify.x.dm.v2.DmEvent;
import com.dmverify.x.dm.v2.EventQuery;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** X shows the messages of the last 30 days. Uses its own sandbox, whose clock it moves. */
class RetentionIT {

    private static final OffsetClock CLOCK = new OffsetClock();
    private static final Sandbox SANDBOX = new Sandbox(CLOCK);

    private final SandboxUser person = SANDBOX.follower();

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    @ParameterizedTest
    @EnumSource
    void aMessageOfTheLastThirtyDaysIsShown(ApiVersion apiVersion) {
        // Given
        var dms = SANDBOX.brand().directMessages(apiVersion);
        value(dms.send(person.id(), "still known"));
        // When
        CLOCK.advance(Duration.ofDays(29));
        // Then
        assertThat(value(dms.recentWith(person.id())).messages())
                .extracting(Message::text)
                .containsExactly("still known");
    }

    @Test
    void anOlderMessageIsNotShown() {
        // Given
        value(SANDBOX.brand().directMessages(ApiVersion.V1_1).send(person.id(), "long ago"));
        // When
        CLOCK.advance(Duration.ofDays(31));
        person.writes("today");
        // Then
        assertThat(shownInV1()).containsExactly("today");
        assertThat(shownInV2()).containsExactly("today");
    }

    private List<String> shownInV1() {
        List<MessageEvent> events =
                value(SANDBOX.brand().messageEvents().list(50, null)).page().items();
        return events.stream().map(event -> event.data().text()).toList();
    }

    private List<String> shownInV2() {
        List<DmEvent> events = value(SANDBOX.brand().dmEvents().all(EventQuery.latest(50)))
                .page()
                .items();
        return events.stream().map(event -> String.valueOf(event.text())).toList();
    }
}
