package com.dmverify.cli.deadletter.command;

/** What a replay did with one dead letter. The description follows the position in the text output. */
enum Disposition {
    WOULD_BE_REPLAYED("would be written to"),
    REPLAYED("was written to"),
    SKIPPED("was replayed before"),
    CANNOT_BE_REPLAYED("cannot be replayed:"),
    FAILED("was not accepted by Kafka:"),
    NOT_FOUND("does not exist");

    private final String description;

    Disposition(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }

    /** Whether the operator asked for something that was not done. */
    boolean isIncomplete() {
        return this == CANNOT_BE_REPLAYED || this == FAILED || this == NOT_FOUND;
    }
}
