package com.dmverify.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.deadletters.broker.BrokerSettings;
import com.dmverify.deadletters.broker.Letters;
import com.dmverify.deadletters.display.LetterJson;
import com.dmverify.deadletters.letter.Letter;
import com.dmverify.deadletters.letter.Position;
import java.io.PrintStream;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/** What {@code ./dlt} runs: lists what nobody could process, shows it, and writes it back when the cause is gone. */
public final class DeadLetters {

    private final Map<String, String> environment;
    private final InstantSource clock;
    private final PrintStream out;
    private final PrintStream err;

    DeadLetters(Map<String, String> environment, InstantSource clock, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    /** Ends with 0 if it is done, 1 if not or not all of it, 2 if the command line is not understood. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, false, UTF_8);
        PrintStream err = new PrintStream(System.err, true, UTF_8);
        int code = new DeadLetters(System.getenv(), Clock.systemUTC(), out, err).run(List.of(arguments));
        out.flush();
        System.exit(code);
    }

    /** The exit code. */
    int run(List<String> arguments) {
        try {
            Words words = new Words(arguments);
            return run(new CommandLine(words, clock).task(), Connection.settings(words, environment));
        } catch (BadUsage e) {
            err.println(e.getMessage());
            err.println();
            err.println(CommandLine.USAGE);
            return 2;
        }
    }

    private int run(Task task, BrokerSettings settings) {
        if (task instanceof Task.Help) {
            out.println(CommandLine.USAGE);
            return 0;
        }
        try (Letters letters = new Letters(settings)) {
            return switch (task) {
                case Task.Help _ -> 0;
                case Task.ListLetters(var criteria) -> new Listing(letters, out, criteria).run();
                case Task.ShowLetter(var position, var withTexts) -> show(letters, position, withTexts);
                case Task.ReplayLetters replay -> new Replaying(letters, out, replay).run();
            };
        } catch (KafkaException e) {
            out.flush();
            err.println(Trouble.sentence(e, settings.bootstrapServers()));
            return 1;
        }
    }

    private int show(Letters letters, Position position, boolean withTexts) {
        Optional<Letter> letter = letters.at(position);
        out.println(
                letter.map(new LetterJson(withTexts)::of).orElseGet(() -> "There is no dead letter " + position + "."));
        return 0;
    }
}
