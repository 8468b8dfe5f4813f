package com.dmverify.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One part of a request that cannot be used: a field of the body, a parameter of the address or a header.
 *
 * @param pointer JSON pointer (RFC 6901) into the body; empty for the whole body
 * @param parameter of the query
 * @param header of the request
 * @param detail what is wrong with it and what would be right
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(
        @Nullable String pointer,
        @Nullable String parameter,
        @Nullable String header,
        String detail) {

    /** A field of the body. */
    public FieldError(String pointer, String detail) {
        this(pointer, null, null, detail);
    }

    static FieldError ofParameter(String name, String detail) {
        return new FieldError(null, name, null, detail);
    }

    static FieldError ofHeader(String name, String detail) {
        return new FieldError(null, null, name, detail);
    }
}
