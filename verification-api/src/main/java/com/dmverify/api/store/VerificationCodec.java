package com.dmverify.api.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.dmverify.api.timeline.Timeline;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stored form of a verification: {@code <format> <version> <JSON object>}. A field without a value is left out, and one that
 * this version does not know is kept. A new field is no new format; a new word of an enum is one: it is read from one
 * release on, and written from the next.
 */
final class VerificationCodec {

    /** Of what has no challenge. */
    static final int FORMAT = 1;

    /** Of what has one. A version that knows no challenge leaves such a value alone. */
    static final int FORMAT_WITH_CHALLENGE = 2;

    /** Of a test; the highest that this version reads. A version that knows no tests would order its message. */
    static final int FORMAT_OF_TEST = 3;

    private static final String TIMELINE = "timeline";
    private static final int LONGEST_NUMBER = 18;

    /** Its own, without the limits that requests have: the state is ours, and longer. */
    private final JsonMapper json = JsonMapper.builder().build();

    byte[] write(StoredVerification stored) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        int format = format(stored.verification());
        bytes.writeBytes((format + " " + stored.version() + " ").getBytes(US_ASCII));
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartObject();
            VerificationFields.write(stored.verification(), out);
            if (!stored.timeline().text().isEmpty()) {
                out.writeStringProperty(TIMELINE, stored.timeline().text());
            }
            for (Map.Entry<String, JsonNode> unknown : stored.unknown().entrySet()) {
                out.writeName(unknown.getKey());
                json.writeTree(out, unknown.getValue());
            }
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static int format(Verification verification) {
        if (verification.request().isTest()) {
            return FORMAT_OF_TEST;
        }
        return verification.challenge() == null ? FORMAT : FORMAT_WITH_CHALLENGE;
    }

    /**
     * Reads a value.
     *
     * @throws NewerFormatException if a newer version wrote it
     * @throws DamagedVerificationException if it cannot be read otherwise
     */
    StoredVerification read(VerificationId id, byte[] value) {
        int afterFormat = number(id, value, 0);
        long format = Long.parseLong(new String(value, 0, afterFormat, US_ASCII));
        if (format > FORMAT_OF_TEST) {
            throw new NewerFormatException(id);
        }
        int afterVersion = number(id, value, afterFormat + 1);
        long version = Long.parseLong(new String(value, afterFormat + 1, afterVersion - afterFormat - 1, US_ASCII));
        try {
            return body(id, version, value, afterVersion + 1);
        } catch (JacksonException | IllegalArgumentException | IllegalStateException | DateTimeException e) {
            throw new DamagedVerificationException(id, String.valueOf(e.getMessage()), e);
        }
    }

    /** Where the digits end that begin there. */
    private static int number(VerificationId id, byte[] value, int from) {
        int at = from;
        while (at < value.length && at - from < LONGEST_NUMBER && value[at] >= '0' && value[at] <= '9') {
            at++;
        }
        if (at == from || at >= value.length || value[at] != ' ') {
            throw new DamagedVerificationException(id, "it does not begin with a format and a version", null);
        }
        return at;
    }

    private StoredVerification body(VerificationId id, long version, byte[] value, int from) {
        Map<String, String> fields = new HashMap<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        Map<String, JsonNode> unknown = new LinkedHashMap<>();
        Timeline timeline = Timeline.EMPTY;
        try (JsonParser in = json.createParser(value, from, value.length - from)) {
            require(in.nextToken() == JsonToken.START_OBJECT);
            while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = in.currentName();
                JsonToken token = in.nextToken();
                if (name.equals(VerificationFields.METADATA)) {
                    require(token == JsonToken.START_OBJECT);
                    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                        String key = in.currentName();
                        require(in.nextToken() == JsonToken.VALUE_STRING);
                        metadata.put(key, in.getString());
                    }
                } else if (name.equals(TIMELINE)) {
                    require(token == JsonToken.VALUE_STRING);
                    timeline = new Timeline(in.getString());
                } else if (VerificationFields.isKnown(name)) {
                    require(token.isScalarValue());
                    fields.put(name, in.getString());
                } else {
                    unknown.put(name, in.readValueAsTree());
                }
            }
            require(in.currentToken() == JsonToken.END_OBJECT && in.nextToken() == null);
        }
        return new StoredVerification(
                VerificationFields.read(id, new FieldReader(fields), metadata), version, timeline, unknown);
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("it is not the JSON object that a verification is kept as");
        }
    }
}
