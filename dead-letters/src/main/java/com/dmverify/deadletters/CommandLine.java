package com.dmverify.deadletters;

import com.dmverify.deadletters.letter.Criteria;
import com.dmverify.deadletters.letter.Position;
import com.dmverify.schemas.Topics;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Understands what is asked for. Throws {@link BadUsage} if it does not. */
final class CommandLine {

    static final String USAGE = """
            Usage: dlt list   [--topic T]… [--cause TEXT] [--since DURATION|INSTANT] [--limit N]
                   dlt show   TOPIC-PARTITION@OFFSET [--with-texts]
                   dlt replay [filters as for list | TOPIC-PARTITION@OFFSET …] [--execute] [--again]

            list     one line for each dead letter; of all topics *.dlt unless --topic names some
            show     headers and record as JSON; --with-texts also shows what a person wrote in a message
            replay   says which letters would go where; --execute writes them back to their topic of origin.
                     What was replayed before is passed over; --again writes it once more

            --topic T              verification.requested.dlt, or without its ending; may be repeated
            --cause TEXT           the cause contains it, in any case
            --since S              put aside since then: 90m, 2d, PT1H ago, or at 2026-11-20T10:00:00Z
            --limit N              not more than N letters, oldest first in each partition

            --bootstrap-servers A  else KAFKA_BOOTSTRAP_SERVERS, SPRING_KAFKA_BOOTSTRAP_SERVERS, localhost:9092
            --command-config FILE  properties of Kafka's clients, for example security.protocol

            Exit code: 0 done (also if there was nothing to do), 1 not or not all done, 2 not understood.""";

    private static final Set<String> EVERYWHERE = Set.of("--bootstrap-servers", "--command-config");
    private static final Set<String> FILTERS = Set.of("--topic", "--cause", "--since", "--limit");

    private final Words words;
    private final InstantSource clock;

    CommandLine(Words words, InstantSource clock) {
        this.words = words;
        this.clock = clock;
    }

    Task task() {
        if (words.has("--help")) {
            return new Task.Help();
        }
        if (words.alone().isEmpty()) {
            throw new BadUsage("Say what to do: list, show or replay.");
        }
        List<String> operands = words.alone().subList(1, words.alone().size());
        String command = words.alone().getFirst();
        return switch (command) {
            case "help" -> new Task.Help();
            case "list" -> list(operands);
            case "show" -> show(operands);
            case "replay" -> replay(operands);
            default -> throw new BadUsage("There is no command " + command + ".");
        };
    }

    private Task list(List<String> operands) {
        allow("list", FILTERS, Set.of());
        if (!operands.isEmpty()) {
            throw new BadUsage("list takes filters, not " + operands.getFirst() + ".");
        }
        return new Task.ListLetters(criteria());
    }

    private Task show(List<String> operands) {
        allow("show", Set.of(), Set.of("--with-texts"));
        if (operands.size() != 1) {
            throw new BadUsage("show takes one letter, as list names it: verification.requested.dlt-0@42.");
        }
        return new Task.ShowLetter(position(operands.getFirst()), words.has("--with-texts"));
    }

    private Task replay(List<String> operands) {
        allow("replay", FILTERS, Set.of("--execute", "--again"));
        if (!operands.isEmpty() && FILTERS.stream().anyMatch(words::has)) {
            throw new BadUsage("replay takes filters or letters, not both.");
        }
        List<Position> named =
                operands.stream().map(CommandLine::position).distinct().toList();
        return new Task.ReplayLetters(criteria(), named, words.has("--execute"), words.has("--again"));
    }

    private void allow(String command, Set<String> filters, Set<String> flags) {
        Set<String> known = new HashSet<>(EVERYWHERE);
        known.addAll(filters);
        known.addAll(flags);
        words.allow(known, command);
    }

    private Criteria criteria() {
        return new Criteria(
                words.all("--topic").stream().map(CommandLine::deadLetterTopic).toList(),
                words.one("--cause").orElse(null),
                words.one("--since")
                        .map(text -> Since.parse(text, clock.instant()))
                        .orElse(null),
                words.one("--limit").map(CommandLine::limit).orElse(Integer.MAX_VALUE));
    }

    private static String deadLetterTopic(String name) {
        return name.endsWith(Topics.DLT) ? name : name + Topics.DLT;
    }

    private static int limit(String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new BadUsage("--limit takes a number from 1, not " + text + ".");
        }
        return Integer.parseInt(text);
    }

    private static Position position(String text) {
        return Position.parse(text)
                .filter(position -> position.topic().endsWith(Topics.DLT))
                .orElseThrow(() -> new BadUsage(
                        text + " names no dead letter; list names them: verification.requested.dlt-0@42."));
    }
}
