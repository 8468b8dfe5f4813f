package com.dmverify.connections.store;

import com.dmverify.connections.connection.Connection;
import com.dmverify.connections.seal.Seal;
import com.dmverify.redis.LuaScript;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import tools.jackson.databind.json.JsonMapper;

/** The connections in Redis: one sealed value per account, without expiry. */
public final class RedisConnectionStore implements ConnectionStore {

    private static final RedisScript<Long> REPLACE = RedisScript.of(
            LuaScript.load(RedisConnectionStore.class, "replace-connection").text(), Long.class);

    private final StringRedisTemplate redis;
    private final Seal seal;
    private final JsonMapper json = JsonMapper.builder().build();

    public RedisConnectionStore(StringRedisTemplate redis, Seal seal) {
        this.redis = redis;
        this.seal = seal;
    }

    @Override
    public Optional<StoredConnection> read(String account) {
        return Optional.ofNullable(redis.opsForValue().get(key(account)))
                .map(text -> new StoredConnection(text, opened(text, account)));
    }

    @Override
    public Optional<StoredConnection> replace(String account, StoredConnection read, Connection next) {
        StoredConnection stored = sealed(account, next);
        try {
            boolean done = redis.execute(REPLACE, List.of(key(account)), read.sealed(), stored.sealed()) == 1;
            return done ? Optional.of(stored) : Optional.empty();
        } catch (DataAccessException e) {
            throw new UnconfirmedWriteException(stored, e);
        }
    }

    @Override
    public StoredConnection put(String account, Connection connection) {
        StoredConnection stored = sealed(account, connection);
        redis.opsForValue().set(key(account), stored.sealed());
        return stored;
    }

    @Override
    public void forget(String account) {
        redis.delete(key(account));
    }

    private StoredConnection sealed(String account, Connection connection) {
        return new StoredConnection(seal.seal(json.writeValueAsString(connection), place(account)), connection);
    }

    private Connection opened(String sealed, String account) {
        return json.readValue(seal.open(sealed, place(account)), Connection.class);
    }

    private static String place(String account) {
        return "connection:" + account;
    }

    static String key(String account) {
        return "dm-sender:connection:{" + account + "}";
    }
}
