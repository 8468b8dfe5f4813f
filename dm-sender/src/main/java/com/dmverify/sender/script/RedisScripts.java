package com.dmverify.sender.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.script.RedisScript;

/** Loads scripts, each from its own file. */
public final class RedisScripts {

    private RedisScripts() {}

    /**
     * The script {@code <name>.lua} beside this class. Read once: a script made from the file itself asks the file system
     * at every call whether it has changed.
     */
    public static <T> RedisScript<T> beside(Class<?> type, String name, Class<T> result) {
        try {
            return RedisScript.of(new ClassPathResource(name + ".lua", type).getContentAsString(UTF_8), result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
