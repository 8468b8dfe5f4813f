package com.dmverify.api.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.script.RedisScript;

/** The Lua scripts: one for each promise, with the common part in front, and a few that stand alone. */
public final class Scripts {

    static final RedisScript<String> OPEN = script("open");
    static final RedisScript<String> ATTEMPT = script("attempt");
    static final RedisScript<String> SETTLE = script("settle");
    static final RedisScript<String> RESUME = script("resume");
    static final RedisScript<String> REFUSE = script("refuse");
    static final RedisScript<String> RESEND = script("resend");
    static final RedisScript<String> CANCEL = script("cancel");
    static final RedisScript<String> EXPIRE = script("expire");

    private Scripts() {}

    /**
     * A script without the common part. Its text is read once: a script made from the file itself asks the file system at
     * every call whether it has changed.
     */
    public static <T> RedisScript<T> alone(String name, Class<T> answer) {
        return RedisScript.of(text(name), answer);
    }

    private static RedisScript<String> script(String name) {
        return RedisScript.of(text("verification") + text(name), String.class);
    }

    private static String text(String name) {
        try {
            return new ClassPathResource("lua/" + name + ".lua", Scripts.class.getClassLoader())
                    .getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
