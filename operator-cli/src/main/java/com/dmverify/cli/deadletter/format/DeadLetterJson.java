package com.dmverify.cli.deadletter.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.cli.deadletter.DeadLetter;
import com.dmverify.cli.deadletter.RecordPosition;
import com.dmverify.cli.deadletter.ReplayState;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import com.dmverify.schemas.UndecodableEventException;
import com.dmverify.schemas.UnknownSchemaException;
import com.dmverify.schemas.UnknownSymbolException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Converts dead letters to JSON, whatever their bytes are: what cannot be decoded is shown in hex. */
public final class DeadLetterJson {

    /** Enough to recognise what it is. */
    static final int MOST_BYTES = 512;

    /** Avro's marker and the schema's fingerprint: what follows may be a person's message. */
    static final int BYTES_WITHOUT_TEXTS = 10;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final EventCodec codec;
    private final boolean withTexts;

    /** @param withTexts whether to show what people wrote in messages */
    public DeadLetterJson(boolean withTexts) {
        this(withTexts, new EventCodec());
    }

    DeadLetterJson(boolean withTexts, EventCodec codec) {
        this.withTexts = withTexts;
        this.codec = codec;
    }

    /** The fields of one line of the list. */
    public static ObjectNode summary(DeadLetter letter, ReplayState state) {
        return JSON.objectNode()
                .put("position", letter.position().toString())
                .put("time", letter.writtenAt().toString())
                .put("state", state.name().toLowerCase(Locale.ROOT))
                .put("key", value(letter.key()))
                .put("type", value(letter.type()))
                .put("subject", value(letter.subject()))
                .put("attempt", value(letter.attempt()))
                .put("origin", value(letter.origin().map(RecordPosition::toString)))
                .put("cause", value(letter.cause()));
    }

    /** Position, headers and record. */
    public ObjectNode details(DeadLetter letter) {
        ObjectNode json = JSON.objectNode();
        json.put("position", letter.position().toString());
        json.put("time", letter.writtenAt().toString());
        json.set("key", text(letter.record().key()));
        json.set("headers", headers(letter));
        addRecord(json, letter);
        return json;
    }

    private static @Nullable String value(Optional<String> text) {
        return text.orElse(null);
    }

    private static ObjectNode headers(DeadLetter letter) {
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

    private void addRecord(ObjectNode json, DeadLetter letter) {
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

    private int mostBytes(DeadLetter letter) {
        // Topic names may have a prefix.
        boolean mayContainText = letter.record().topic().contains(Topics.X_ACTIVITY);
        return mayContainText && !withTexts ? BYTES_WITHOUT_TEXTS : MOST_BYTES;
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
