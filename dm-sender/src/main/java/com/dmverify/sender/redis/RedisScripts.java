package com.dmverify.sender.redis;

import com.dmverify.redis.ScriptText;
import org.springframework.data.redis.core.script.RedisScript;

/** Loads Lua scripts, each from its own file. */
public final class RedisScripts {

    private RedisScripts() {}

    /**
     * The script {@code lua/<name>.lua} on the class path.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static <T> RedisScript<T> named(String name, Class<T> result) {
        return RedisScript.of(ScriptText.beside(RedisScripts.class, "/lua/" + name), result);
    }
}
