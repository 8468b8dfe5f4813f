package com.dmverify.support.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("FutureReturnValueIgnored")
class EarlyResponseTest {

    private static final int MOST_BYTES = 100;

    private final EmbeddedChannel channel = new EmbeddedChannel(
            new EarlyResponse(new HeaderTimeout(Duration.ofSeconds(10)), Duration.ofSeconds(1), MOST_BYTES));

    EarlyResponseTest() {
        channel.freezeTime();
    }

    @AfterEach
    void release() {
        channel.finishAndReleaseAll();
    }

    @Test
    void aResponseToACompleteRequestKeepsTheConnection() {
        // Given
        request();
        channel.writeInbound(new DefaultLastHttpContent());

        // When
        answer(HttpResponseStatus.FORBIDDEN);
        pass(Duration.ofHours(1));

        // Then
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void aRequestThatIsCompleteInTimeKeepsItsConnection() {
        // Given
        request();
        answer(HttpResponseStatus.FORBIDDEN);

        // When
        channel.writeInbound(body(MOST_BYTES), new DefaultLastHttpContent());
        pass(Duration.ofHours(1));

        // Then
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void theConnectionOfAnIncompleteRequestIsClosedAfterTheResponse() {
        // Given
        request();
        answer(HttpResponseStatus.FORBIDDEN);
        pass(Duration.ofMillis(999));
        boolean before = channel.isOpen();

        // When
        pass(Duration.ofMillis(1));

        // Then
        assertThat(before).isTrue();
        assertThat(channel.isOpen()).isFalse();
        assertThat(channel.<Object>readOutbound()).isInstanceOf(DefaultFullHttpResponse.class);
    }

    @Test
    void aCloseWaitsForTheEndOfTheRequest() {
        // Given
        request();
        channel.writeAndFlush(response(HttpResponseStatus.FORBIDDEN))
                .addListener(_ -> channel.pipeline().close());
        channel.runPendingTasks();
        boolean before = channel.isOpen();

        // When
        channel.writeInbound(new DefaultLastHttpContent());

        // Then
        assertThat(before).isTrue();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aCloseWaitsUpToTheTimeOut() {
        // Given
        request();
        channel.writeAndFlush(response(HttpResponseStatus.FORBIDDEN))
                .addListener(_ -> channel.pipeline().close());

        // When
        pass(Duration.ofSeconds(1));

        // Then
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void anInformationalResponseIsNotFinal() {
        // Given
        request();
        answer(HttpResponseStatus.CONTINUE);

        // When
        pass(Duration.ofHours(1));

        // Then
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void aSlowRequestWithoutAResponseIsUnchanged() {
        // Given
        request();

        // When
        pass(Duration.ofHours(1));

        // Then
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void nothingIsReadBeyondTheSize() {
        // Given
        ReadCount reads = new ReadCount();
        channel.pipeline().addFirst(reads);
        request();
        answer(HttpResponseStatus.FORBIDDEN);
        channel.writeInbound(body(MOST_BYTES));
        int within = reads.count();

        // When
        channel.writeInbound(body(1));
        int atTheLimit = reads.count();
        channel.read();
        channel.writeInbound(body(1));

        // Then
        assertThat(within).isPositive();
        assertThat(reads.count()).isEqualTo(atTheLimit);
    }

    @ParameterizedTest
    @CsvSource({"Content-Length, 101", "Transfer-Encoding, chunked", "Expect, 100-continue"})
    void aResponseBeforeALargeBodyClosesTheConnection(String header, String value) {
        // Given
        request(header, value);

        // When
        answer(HttpResponseStatus.FORBIDDEN);
        channel.writeInbound(new DefaultLastHttpContent());

        // Then
        DefaultFullHttpResponse answer = channel.readOutbound();
        assertThat(answer.headers().get("Connection")).isEqualTo("close");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aCallerThatDisconnectsDuringTheResponseLeavesNoTimer() {
        // Given
        request();
        channel.writeAndFlush(response(HttpResponseStatus.FORBIDDEN))
                .addListener(_ -> channel.pipeline().close());

        // When
        channel.pipeline().fireChannelInactive();

        // Then
        channel.checkException();
        assertThat(channel.isOpen()).isFalse();
    }

    private void request() {
        request("Content-Length", "100");
    }

    private void request(String header, String value) {
        DefaultHttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
        request.headers().set(header, value);
        channel.writeInbound(request);
    }

    private void answer(HttpResponseStatus status) {
        assertThat(channel.writeOutbound(response(status))).isTrue();
        channel.runPendingTasks();
    }

    private static DefaultFullHttpResponse response(HttpResponseStatus status) {
        return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
    }

    private static HttpContent body(int bytes) {
        return new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[bytes]));
    }

    private void pass(Duration time) {
        channel.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
        channel.runPendingTasks();
    }
}
