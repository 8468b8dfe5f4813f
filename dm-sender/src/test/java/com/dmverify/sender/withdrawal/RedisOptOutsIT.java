package com.dmverify.sender.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.local.testing.SharedRedis;
import com.dmverify.sender.redis.RedisScriptRunner;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RedisOptOutsIT extends OptOutsContract {

    @Override
    OptOuts optOuts() {
        return new RedisOptOuts(
                SharedRedis.template(), new RedisScriptRunner(SharedRedis.connections()), Duration.ofHours(26));
    }

    @Test
    void aValueThatCannotBeReadIsAnOptOutUntilTheNextWord() {
        // Given
        SharedRedis.template().opsForValue().set(RedisOptOuts.key(account, "77"), "?");
        boolean damaged = optOuts.isOptedOut(account, "77");

        // When
        optOuts.changed(account, "77", false, NOON);

        // Then
        assertThat(damaged).isTrue();
        assertThat(optOuts.isOptedOut(account, "77")).isFalse();
    }

    @Test
    void anOptOutHasNoEndAndTheWishForMessagesIsRememberedForAWhile() {
        // When
        optOuts.changed(account, "77", true, NOON);
        optOuts.changed(account, "78", false, NOON);

        // Then
        assertThat(SharedRedis.template().getExpire(RedisOptOuts.key(account, "77")))
                .isEqualTo(-1);
        assertThat(SharedRedis.template().getExpire(RedisOptOuts.key(account, "78")))
                .isPositive();
    }
}
