package com.dmverify.cli.deadletter.command;

import com.dmverify.cli.deadletter.DeadLetterFilter;
import com.dmverify.cli.terminal.NotBlankConverter;
import com.dmverify.cli.terminal.PositiveNumberConverter;
import com.dmverify.schemas.Topics;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that select dead letters. */
final class FilterOptions {

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            converter = TopicConverter.class,
            description = "Only of this topic, with or without '.dlt'; may be repeated. Default: all topics *.dlt.")
    private List<String> topics = List.of();

    private @Nullable String cause;

    private @Nullable Instant since;

    private int limit = Integer.MAX_VALUE;

    @Option(
            names = "--cause",
            paramLabel = "TEXT",
            converter = NotBlankConverter.class,
            description = "Only if the cause contains this text, case-insensitively.")
    void setCause(String text) {
        cause = text;
    }

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only what became a dead letter since then: 90m, 2d, PT1H (ago), or 2026-11-20T10:00:00Z.")
    void setSince(Instant time) {
        since = time;
    }

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = PositiveNumberConverter.class,
            description = "At most this many, the oldest of each partition first.")
    void setLimit(int number) {
        limit = number;
    }

    DeadLetterFilter filter() {
        return new DeadLetterFilter(topics, cause, since, limit);
    }

    /** Adds {@code .dlt} to the name of a topic. */
    static final class TopicConverter implements ITypeConverter<String> {

        private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]{1,245}");

        @Override
        public String convert(String name) {
            if (!NAME.matcher(name).matches()) {
                throw new TypeConversionException("'" + name + "' is not the name of a topic");
            }
            return name.endsWith(Topics.DLT) ? name : name + Topics.DLT;
        }
    }
}
