package com.dmverify.local.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads whole messages of the Redis protocol, RESP2 and RESP3. Source:
 * https://redis.io/docs/latest/develop/reference/protocol-spec/
 */
final class RespStream {

    /** A message as it came, its type, and the texts that it holds, in order. */
    record Message(char type, ByteArrayOutputStream raw, List<String> texts) {}

    private final InputStream in;
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    RespStream(InputStream in) {
        this.in = in;
    }

    /** @throws EOFException if the other side ended */
    Message read() throws IOException {
        bytes = new ByteArrayOutputStream();
        List<String> texts = new ArrayList<>();
        char type = value(texts);
        return new Message(type, bytes, texts);
    }

    private char value(List<String> texts) throws IOException {
        String line = line();
        char type = line.charAt(0);
        String rest = line.substring(1);
        switch (type) {
            case '$', '=', '!' -> texts.add(bulk(Integer.parseInt(rest)));
            case '*', '>', '~' -> values(Integer.parseInt(rest), texts);
            case '%' -> values(2 * Integer.parseInt(rest), texts);
            case '|' -> {
                values(2 * Integer.parseInt(rest), texts);
                value(texts);
            }
            default -> texts.add(rest);
        }
        return type;
    }

    private void values(int count, List<String> texts) throws IOException {
        for (int i = 0; i < count; i++) {
            value(texts);
        }
    }

    /** Nothing for the null of RESP2, whose length is -1. */
    private String bulk(int length) throws IOException {
        if (length < 0) {
            return "";
        }
        byte[] text = in.readNBytes(length);
        byte[] end = in.readNBytes(2);
        if (text.length < length || end.length < 2) {
            throw new EOFException();
        }
        bytes.write(text);
        bytes.write(end);
        return new String(text, UTF_8);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.write(next);
        }
        line.write('\n');
        line.writeTo(bytes);
        String text = line.toString(UTF_8).strip();
        if (text.isEmpty()) {
            throw new IOException("An empty line is no message");
        }
        return text;
    }
}
