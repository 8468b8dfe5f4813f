package com.dmverify.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads Lua scripts from the class path. */
public final class ScriptText {

    private ScriptText() {}

    /**
     * The text of {@code <name>.lua} beside this class. Read it once, into a constant: a script that is made from the file
     * asks the file system at every call whether it has changed.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static String beside(Class<?> type, String name) {
        String file = name + ".lua";
        try (InputStream text = type.getResourceAsStream(file)) {
            if (text == null) {
                throw new IllegalArgumentException("No script " + file + " beside " + type.getName());
            }
            return new String(text.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
