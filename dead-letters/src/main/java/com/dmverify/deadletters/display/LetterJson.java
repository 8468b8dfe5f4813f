package com.dmverify.deadletters.display;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.deadletters.letter.Letter;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import com.dmverify.schemas.UndecodableEventException;
import com.dmverify.schemas.UnknownSchemaException;
import com.dmverify.schemas.UnknownSymbolException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A whole letter as JSON: its headers, and its record as far as it can be read, else its first bytes in hex. */
public final class LetterJson {

    /** Enough to recognise what it is. */
    static final int MOST_BYTES = 512;

    /** Avro's marker and the schema's fingerprint: what follows may be a person's message. */
    static final int WITHOUT_TEXTS = 10;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final EventCodec codec;
    private final boolean withTexts;

    /** @param withTexts whether to show what people wrote in messages */
    public LetterJson(boolean withTexts) {
        this(withTexts, new EventCodec());
    }

    LetterJson(boolean withTexts, EventCodec codec) {
        this.withTexts = withTexts;
        this.codec = codec;
    }

    /** Several lines. */
    public String of(Letter letter) {
        ObjectNode json = JSON.objectNode();
        json.put("letter", letter.position().toString());
        json.put("time", letter.writtenAt().toString());
        json.set("key", text(letter.record().key()));
        json.set("headers", headers(letter));
        addRecord(json, letter);
        return Printable.lines(MAPPER.writeValueAsString(json));
    }

    private static ObjectNode headers(Letter letter) {
        ObjectNode headers = JSON.objectNode();
        for (Header header : letter.record().headers()) {
            JsonNode before = headers.get(header.key());
            JsonNode value = text(header.value());
            switch (before) {
                case null -> headers.set(header.key(), value);
                case JsonNode several
                when several.isArray() -> several.asArray().add(value);
                default ->
                    headers.set(header.key(), JSON.arrayNode().add(before).add(value));
            }
        }
        return headers;
    }

    private void addRecord(ObjectNode json, Letter letter) {
        byte[] value = letter.record().value();
        json.put("bytes", value == null ? 0 : value.length);
        try {
            add(json, codec.decode(value));
        } catch (UnknownSymbolException e) {
            json.put("unreadable", e.getMessage());
            add(json, e.event());
        } catch (UndecodableEventException | UnknownSchemaException e) {
            json.put("unreadable", e.getMessage());
            json.put("hex", value == null ? "" : hex(value, mostBytes(letter)));
        }
    }

    private void add(ObjectNode json, SpecificRecord event) {
        json.put("type", event.getSchema().getFullName());
        json.set("record", new EventJson(withTexts).of(event));
    }

    private int mostBytes(Letter letter) {
        return letter.record().topic().startsWith(Topics.X_ACTIVITY) && !withTexts ? WITHOUT_TEXTS : MOST_BYTES;
    }

    private static String hex(byte[] bytes, int most) {
        String hex = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, most));
        return bytes.length > most ? hex + "…" : hex;
    }

    private static JsonNode text(byte @Nullable [] bytes) {
        if (bytes == null) {
            return JSON.nullNode();
        }
        try {
            return JSON.stringNode(
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return JSON.stringNode("hex:" + hex(bytes, MOST_BYTES));
        }
    }
}
