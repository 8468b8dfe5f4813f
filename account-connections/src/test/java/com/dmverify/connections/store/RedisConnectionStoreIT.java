package com.dmverify.connections.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.connections.connection.Connection;
import com.dmverify.connections.fixtures.Accounts;
import com.dmverify.connections.seal.BrokenSealException;
import com.dmverify.connections.seal.SealingKey;
import com.dmverify.local.testing.SharedRedis;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RedisConnectionStoreIT extends ConnectionStoreContract {

    private final String name = "account-" + UUID.randomUUID();
    private final Connection connection =
            Accounts.connection(List.of("ACCESS-secret", "REFRESH-secret"), Accounts.START);
    private final RedisConnectionStore store = new RedisConnectionStore(SharedRedis.template(), Accounts.seal());

    @Override
    ConnectionStore store() {
        return store;
    }

    @Test
    void valuesInRedisAreEncrypted() {
        // When
        store.put(name, connection);

        // Then
        String raw = SharedRedis.template().opsForValue().get(RedisConnectionStore.key(name));
        assertThat(raw).startsWith("k1.").doesNotContain("secret").doesNotContain("example");
    }

    @Test
    void tokensOfOneAccountAreNotReadableAsAnothers() {
        // Given
        StoredConnection stored = store.put(name, connection);

        // When
        SharedRedis.template().opsForValue().set(RedisConnectionStore.key("thief"), stored.sealed());

        // Then
        assertThatThrownBy(() -> store.read("thief")).isInstanceOf(BrokenSealException.class);
    }

    @Test
    void aWriteUsesTheFirstKey() {
        // Given
        SealingKey old = SealingKey.ofBase64("k1", Accounts.KEY);
        SealingKey fresh = SealingKey.ofBase64("k2", Accounts.OTHER_KEY);
        store.put(name, connection);
        RedisConnectionStore rotating = new RedisConnectionStore(SharedRedis.template(), Accounts.seal(fresh, old));

        // When
        rotating.replace(name, rotating.read(name).orElseThrow(), connection);

        // Then
        RedisConnectionStore rotated = new RedisConnectionStore(SharedRedis.template(), Accounts.seal(fresh));
        assertThat(rotated.read(name)).map(StoredConnection::connection).contains(connection);
    }
}
