package com.dmverify.x.dm.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContentTest {

    private static final QuickReply.Option OPTION = new QuickReply.Option("yes", null, null);
    private static final CallToAction BUTTON = CallToAction.to("Open", URI.create("https://example.com"));

    static Stream<ThrowingCallable> beyondTheLimits() {
        return Stream.of(
                () -> Content.text(""),
                () -> Content.text("x".repeat(10_001)),
                () -> new QuickReply(List.of()),
                () -> new QuickReply(Collections.nCopies(21, OPTION)),
                () -> new QuickReply(List.of(OPTION, new QuickReply.Option("no", "described", null))),
                () -> new QuickReply.Option("x".repeat(37), null, null),
                () -> new QuickReply.Option("see https://x.com", null, null),
                () -> new QuickReply.Option("yes", "x".repeat(73), null),
                () -> new QuickReply.Option("yes", null, "x".repeat(1_001)),
                () -> Content.text("x").with(BUTTON, BUTTON, BUTTON, BUTTON),
                () -> CallToAction.to("x".repeat(37), URI.create("https://example.com")),
                () -> CallToAction.to("Open", URI.create("javascript:alert(1)")),
                () -> CallToAction.to("Open", URI.create("example.com")),
                () -> Attachment.Media.uploaded("abc"),
                () -> new Attachment.Coordinate(181, 0),
                () -> new Attachment.Coordinate(0, Double.NaN));
    }

    static Stream<ThrowingCallable> withinTheLimits() {
        return Stream.of(
                () -> Content.text("👍".repeat(10_000)),
                () -> new QuickReply(Collections.nCopies(20, OPTION)),
                () -> new QuickReply.Option("x".repeat(36), "x".repeat(72), "x".repeat(1_000)),
                () -> Content.text("x").with(BUTTON, BUTTON, BUTTON));
    }

    @ParameterizedTest
    @MethodSource("beyondTheLimits")
    void invalidContentIsRefused(ThrowingCallable making) {
        assertThatIllegalArgumentException().isThrownBy(making);
    }

    @ParameterizedTest
    @MethodSource("withinTheLimits")
    void validContentIsAccepted(ThrowingCallable making) {
        assertThatCode(making).doesNotThrowAnyException();
    }

    @Test
    void toStringMasksTheContent() {
        assertThat(Content.text("Your code is 493021").toString()).doesNotContain("493021");
    }
}
