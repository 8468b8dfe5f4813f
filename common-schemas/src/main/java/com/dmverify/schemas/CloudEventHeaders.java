package com.dmverify.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * CloudEvents 1.0.2 attributes of one record, as Kafka headers in binary mode. Source: CloudEvents Kafka protocol
 * binding, section 3.2.
 *
 * @param id unique within the source; a repeated record keeps it, so that consumers can drop it
 * @param source the service that speaks, for example {@code /verification-api}
 * @param subject what the event is about: a verification id or a user id
 * @param time when it happened
 */
public record CloudEventHeaders(String id, String source, String subject, Instant time) {

    /** The version of CloudEvents. */
    public static final String SPEC_VERSION = "ce_specversion";

    /** The event's id: a repeated record has the same. */
    public static final String ID = "ce_id";

    /** The service that wrote it. */
    public static final String SOURCE = "ce_source";

    /** The full name of the Avro record. */
    public static final String TYPE = "ce_type";

    /** What the event is about. */
    public static final String SUBJECT = "ce_subject";

    /** When it happened: an instant as RFC 3339 writes it. */
    public static final String TIME = "ce_time";

    /** How the value is encoded. */
    public static final String CONTENT_TYPE = "content-type";

    /** Header names and values to put on the Kafka record. */
    public Map<String, byte[]> of(SpecificRecord event) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        headers.put(SPEC_VERSION, "1.0".getBytes(UTF_8));
        headers.put(ID, id.getBytes(UTF_8));
        headers.put(SOURCE, source.getBytes(UTF_8));
        headers.put(TYPE, event.getSchema().getFullName().getBytes(UTF_8));
        headers.put(SUBJECT, subject.getBytes(UTF_8));
        headers.put(TIME, time.toString().getBytes(UTF_8));
        headers.put(CONTENT_TYPE, "application/avro".getBytes(UTF_8));
        return headers;
    }
}
