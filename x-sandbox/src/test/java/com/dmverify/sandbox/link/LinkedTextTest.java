package com.dmverify.sandbox.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedTextTest {

    @ParameterizedTest
    @Seen(Where.DOCUMENTATION)
    @CsvSource({
        "see https://example.com/a?b=1#c now,https://example.com/a?b=1#c,example.com/a?b=1#c",
        "see example.com.,http://example.com,example.com",
        "(www.Example.COM/x),http://www.Example.COM/x,Example.COM/x",
        "http://sub.example.museum:8080/,http://sub.example.museum:8080/,sub.example.museum:8080/",
        "https://example.com/a-path-that-is-far-too-long,https://example.com/a-path-that-is-far-too-long,example.com/a-path-that-is…",
        "mail x.io,http://x.io,x.io",
    })
    void aUrlIsReplaced(String written, String expanded, String display) {
        // When
        LinkedText text = LinkedText.of(written);
        // Then
        Link link = text.links().getFirst();
        assertThat(text.links()).hasSize(1);
        assertThat(link.expanded()).isEqualTo(expanded);
        assertThat(link.display()).isEqualTo(display);
        assertThat(link.url()).matches("https://t\\.co/[0-9A-Za-z]{10}");
        assertThat(text.text().substring(link.start(), link.end())).isEqualTo(link.url());
    }

    @ParameterizedTest
    @Seen(Where.INFERENCE)
    @ValueSource(
            strings = {
                "Your code is 493021. It lives for 10 minutes.",
                "3.14 and 1.2.3",
                "e.g. this",
                "me@example.com",
                "file.txt",
                "...",
                "done.Next",
                "comma.communication",
            })
    void otherTextsAreUnchanged(String written) {
        assertThat(LinkedText.of(written)).isEqualTo(new LinkedText(written, List.of()));
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void positionsAreCountedInCodePoints() {
        // When
        LinkedText text = LinkedText.of("\uD83D\uDE00 a.com b.com!");
        // Then
        assertThat(text.links()).extracting(Link::start).containsExactly(2, 26);
        assertThat(text.links()).extracting(Link::end).containsExactly(25, 49);
        assertThat(text.text()).endsWith("!");
    }

    @Test
    @Seen(Where.SANDBOX)
    void theSameUrlHasTheSameShortUrl() {
        assertThat(LinkedText.of("a.com").text())
                .isEqualTo(LinkedText.of("a.com").text())
                .isNotEqualTo(LinkedText.of("b.com").text());
    }

    @ParameterizedTest
    @Seen(Where.SANDBOX)
    @ValueSource(strings = {"a.", "a", ".", "http://", "a-", "https://a.", "x/"})
    void longTextsAreProcessed(String part) {
        assertThat(LinkedText.of(part.repeat(5000) + ".").text()).isNotNull();
    }
}
