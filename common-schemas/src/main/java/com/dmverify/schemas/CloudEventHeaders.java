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

    /** Header names and values to put on the Kafka record. */
    public Map<String, byte[]> of(SpecificRecord event) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0".getBytes(UTF_8));
        headers.put("ce_id", id.getBytes(UTF_8));
        headers.put("ce_source", source.getBytes(UTF_8));
        headers.put("ce_type", event.getSchema().getFullName().getBytes(UTF_8));
        headers.put("ce_subject", subject.getBytes(UTF_8));
        headers.put("ce_time", time.toString().getBytes(UTF_8));
        headers.put("content-type", "application/avro".getBytes(UTF_8));
        return headers;
    }
}
