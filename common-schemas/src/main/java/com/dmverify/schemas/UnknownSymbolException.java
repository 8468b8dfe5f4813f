package com.dmverify.schemas;

import org.apache.avro.specific.SpecificRecord;

/**
 * An event with a value of an enum that this version does not know and has no meaning for: its own enum has the default
 * {@value #PLACEHOLDER}. An enum whose default has a meaning ({@code ActivityKind.OTHER}) takes that instead, without an
 * exception.
 */
public final class UnknownSymbolException extends UnknownSchemaException {

    /** The symbol that stands for all symbols which this version does not know. */
    public static final String PLACEHOLDER = "UNRECOGNIZED";

    private static final long serialVersionUID = 1L;

    private final transient SpecificRecord event;

    UnknownSymbolException(String symbol, SpecificRecord event) {
        super("unknown symbol " + symbol + " in " + event.getSchema().getName());
        this.event = event;
    }

    /** The record, with {@value #PLACEHOLDER} in place of the unknown value, for a reader that can act on the rest. */
    public SpecificRecord event() {
        return event;
    }
}
