package com.dmverify.sender.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sender.fixture.Orders;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What all opt-outs promise. */
abstract class OptOutsContract {

    static final Instant NOON = Orders.START;

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

    @Test
    void anUnreadRecordCountsAsAnOptOutUntilItIsRead() {
        // Given
        optOuts.changed(account, "77", false, NOON);
        UnreadOptOut record = unread("2-1");
        optOuts.keepUnread(record);
        optOuts.keepUnread(record);
        boolean before = optOuts.isOptedOut(account, "77");

        // When
        optOuts.wasRead(kept("2-1"), false, NOON.plusSeconds(1));
        optOuts.wasRead(record, false, NOON.plusSeconds(1));

        // Then
        assertThat(before).isTrue();
        assertThat(optOuts.isOptedOut(account, "77")).isFalse();
        assertThat(ofAccount()).isEmpty();
    }

    @Test
    void aPersonOfSeveralUnreadRecordsCountsAsOptedOutUntilTheLastIsRead() {
        // Given
        optOuts.keepUnread(unread("2-1"));
        optOuts.keepUnread(unread("2-17"));
        optOuts.wasRead(kept("2-1"), false, NOON.plusSeconds(1));
        boolean afterOne = optOuts.isOptedOut(account, "77");

        // When
        optOuts.wasRead(kept("2-17"), true, NOON);

        // Then
        assertThat(afterOne).isTrue();
        assertThat(optOuts.isOptedOut(account, "77"))
                .as("START is the later word")
                .isFalse();
    }

    @Test
    void aLaterChangeDoesNotMakeUpForAnUnreadRecord() {
        // Given
        optOuts.keepUnread(unread("2-1"));

        // When
        optOuts.changed(account, "77", false, NOON.plusSeconds(60));

        // Then
        assertThat(optOuts.isOptedOut(account, "77")).isTrue();
        optOuts.wasRead(kept("2-1"), true, NOON);
        assertThat(optOuts.isOptedOut(account, "77")).isFalse();
    }

    private UnreadOptOut unread(String place) {
        return new UnreadOptOut(account + place, account, "77", NOON, "AQID");
    }

    private UnreadOptOut kept(String place) {
        UnreadOptOut kept = ofAccount().stream()
                .filter(record -> record.place().equals(account + place))
                .findFirst()
                .orElseThrow();
        assertThat(kept.bytes()).isEqualTo("AQID");
        assertThat(kept.at()).isEqualTo(NOON);
        return kept;
    }

    private List<UnreadOptOut> ofAccount() {
        return optOuts.unread().stream()
                .filter(record -> record.account().equals(account))
                .toList();
    }
}
