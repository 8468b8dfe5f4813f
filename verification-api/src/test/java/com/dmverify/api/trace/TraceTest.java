package com.dmverify.api.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class TraceTest {

    private static final String ID = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "00-" + ID + "-b7ad6b7169203331-01";

    @Test
    void theCallersPlaceIsHandedOnAsItIs() {
        Trace trace = Trace.of(PARENT, "rojo=00f067aa0ba902b7").orElseThrow();

        assertThat(trace.parent()).isEqualTo(PARENT);
        assertThat(trace.state()).isEqualTo("rojo=00f067aa0ba902b7");
        assertThat(trace.id()).isEqualTo(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0A",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-g1",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331_01",
                "00-0af7651916cd43dd8448eb211c80319c_b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b716920333g-01",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01.more",
            })
    void whatIsNoTraceparentIsNotUsed(String parent) {
        assertThat(Trace.of(parent, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "01-" + ID + "-b7ad6b7169203331-01-more"
            })
    void aLaterVersionIsReadAsFarAsWeKnowIt(String parent) {
        assertThat(Trace.of(parent, null)).hasValue(new Trace(PARENT, null));
    }

    @Test
    void aStateThatIsTooLongIsLeftBehind() {
        assertThat(Trace.of(PARENT, "a=" + "1".repeat(511))).hasValue(new Trace(PARENT, null));
        assertThat(Trace.of(PARENT, "a=1\n")).hasValue(new Trace(PARENT, null));
        assertThat(Trace.of(null, "a=1")).isEmpty();
    }

    @Test
    void aNewOneIsOneThatNobodyHas() {
        Trace one = Trace.begin();

        assertThat(Trace.of(one.parent(), null)).hasValue(one);
        assertThat(Trace.begin().id()).isNotEqualTo(one.id());
    }

    @Test
    void aValueIsNeverWrong() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Trace("nonsense", null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Trace(PARENT, ""));
    }

    @Test
    void aRecordCarriesItThereAndBack() {
        // Given
        Headers headers = new RecordHeaders();
        Trace trace = new Trace(PARENT, "a=1,b=2");

        // When
        RecordTrace.put(headers, trace);

        // Then
        assertThat(RecordTrace.in(headers)).hasValue(trace);
        assertThat(RecordTrace.in(new RecordHeaders())).isEmpty();
    }

    @Test
    void aRequestKeepsTheTraceThatItHas() {
        MockServerWebExchange begun = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
        MockServerWebExchange continued = MockServerWebExchange.from(MockServerHttpRequest.get("/")
                .header(Trace.PARENT, PARENT)
                .header(Trace.STATE, "a=1")
                .header(Trace.STATE, "b=2"));
        MockServerWebExchange twofold = MockServerWebExchange.from(
                MockServerHttpRequest.get("/").header(Trace.PARENT, PARENT).header(Trace.PARENT, PARENT));

        assertThat(RequestTrace.of(begun)).isEqualTo(RequestTrace.of(begun));
        assertThat(RequestTrace.of(continued)).isEqualTo(new Trace(PARENT, "a=1,b=2"));
        assertThat(RequestTrace.of(twofold).id()).isNotEqualTo(ID);
    }
}
