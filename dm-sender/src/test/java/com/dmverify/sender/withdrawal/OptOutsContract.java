package com.dmverify.sender.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sender.fixture.HandClock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What all opt-outs promise. */
abstract class OptOutsContract {

    static final Instant NOON = HandClock.START;

    final String account = "main-" + UUID.randomUUID();
    final OptOuts optOuts = optOuts();

    abstract OptOuts optOuts();

    @Test
    void aPersonWhoSaidNothingIsNotOptedOut() {
        assertThat(optOuts.isOptedOut(account, "77")).isFalse();
    }

    @Test
    void anOptOutCountsForItsAccountAndPersonAlone() {
        // When
        optOuts.changed(account, "77", true, NOON);

        // Then
        assertThat(optOuts.isOptedOut(account, "77")).isTrue();
        assertThat(optOuts.isOptedOut(account, "78")).isFalse();
        assertThat(optOuts.isOptedOut("other", "77")).isFalse();
    }

    @Test
    void theLatestWordStandsInWhateverOrderTheyCome() {
        // When
        optOuts.changed(account, "77", false, NOON.plusSeconds(60));
        optOuts.changed(account, "77", true, NOON);
        optOuts.changed(account, "78", true, NOON.plusSeconds(60));
        optOuts.changed(account, "78", false, NOON);

        // Then
        assertThat(optOuts.isOptedOut(account, "77")).isFalse();
        assertThat(optOuts.isOptedOut(account, "78")).isTrue();
    }
}
