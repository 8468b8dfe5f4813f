package com.dmverify.sender.echo;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.local.testing.SharedRedis;
import com.dmverify.sender.fixture.Orders;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RedisSentEchoesIT extends SentEchoesContract {

    private final SentEchoes echoes = new RedisSentEchoes(SharedRedis.template(), Duration.ofMinutes(30));

    @Override
    SentEchoes echoes() {
        return echoes;
    }

    @Test
    void everySightingEndsByItself() {
        // When
        echoes.saw("a-digest", new MessageEvidence("1", Orders.START));

        // Then
        assertThat(SharedRedis.template().getExpire("dm-sender:echo:a-digest")).isBetween(1L, 1800L);
    }
}
