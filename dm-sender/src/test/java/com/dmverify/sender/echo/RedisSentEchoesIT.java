package com.dmverify.sender.echo;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sender.fixture.HandClock;
import com.dmverify.sender.fixture.RealRedis;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RedisSentEchoesIT extends SentEchoesContract {

    private final SentEchoes echoes = new RedisSentEchoes(RealRedis.template(), Duration.ofMinutes(30));

    @Override
    SentEchoes echoes() {
        return echoes;
    }

    @Test
    void everySightingEndsByItself() {
        // When
        echoes.saw("a-digest", new MessageEvidence("1", HandClock.START));

        // Then
        assertThat(RealRedis.template().getExpire("dm-sender:echo:a-digest")).isBetween(1L, 1800L);
    }
}
