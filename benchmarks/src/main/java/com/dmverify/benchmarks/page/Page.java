package com.dmverify.benchmarks.page;

import com.dmverify.benchmarks.figure.Comparison;
import com.dmverify.benchmarks.figure.Sample;
import com.dmverify.benchmarks.figure.Side;
import com.dmverify.benchmarks.machine.Machine;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** All reports as Markdown. */
public final class Page {

    private static final String HEAD = """
            # Benchmarks

            Written by `./benchmark all`. Absolute figures hold for one machine on one day; what carries over is the **ratio**.

            | | |
            |---|---|
            | date | {date} |
            | processor | {processor} |
            | memory | {memory} |
            | system | {system} |
            | JDK | {java} |
            | command | `./benchmark all` |

            ## How to read it

            * *Ours* stands beside a *ceiling*: the least that the same work costs on the same machine, in the same run, or another
              library that does the same. The ratio says how near we come; 1 is as good, for speeds as for times and sizes.
            * *Plain* is WebFlux with one Lua call, measured in the same run: services that were measured elsewhere beside such an
              endpoint can be compared by it.
            * Each figure is the median of several rounds (lowest – highest beside it), after a warm-up. Rounds of ours and of the
              others take turns, so that what disturbs the machine disturbs all.
            * Every program runs in a JVM of its own (512 MB heap at most; the sandbox of `send`, which keeps every message,
              4 GB); Kafka and Redis are real, on the same cores. On machines of their own the figures are higher, and the ratios
              nearer to 1.
            * A round whose work is not proven (the sandbox's count, the events in Kafka, the codes that were approved) is an error, not a figure.
            * One benchmark: `./benchmark send`, longer with `--rounds=9 --seconds=10 --warm-up=90`, recorded by JFR with `--profile`.

            """;

    private final Machine machine;
    private final LocalDate date;

    public Page(Machine machine, LocalDate date) {
        this.machine = machine;
        this.date = date;
    }

    /** The page's text. */
    public String of(List<Measured> all) {
        StringBuilder page = new StringBuilder(head());
        all.forEach(measured -> page.append(section(measured)));
        return page.toString().stripTrailing() + "\n";
    }

    private String head() {
        return HEAD.replace("{date}", date.toString())
                .replace("{processor}", machine.processor())
                .replace("{memory}", machine.memory())
                .replace("{system}", machine.system())
                .replace("{java}", machine.java());
    }

    private static String section(Measured measured) {
        StringBuilder section = new StringBuilder(String.format(
                Locale.ROOT,
                "## `%s`\n\n%s\n\n",
                measured.report().name(),
                measured.report().question()));
        section.append("| ours | | ceiling | | ratio |\n|---|---:|---|---:|---:|\n");
        measured.report().comparisons().forEach(comparison -> section.append(row(comparison)));
        measured.report()
                .plain()
                .ifPresent(plain -> section.append("\n| ours | | plain | | plain |\n|---|---:|---|---:|---:|\n")
                        .append(row(plain)));
        section.append(String.format(
                Locale.ROOT, "\n* %d rounds. %s\n", measured.effort().rounds(), measured.disturbance()));
        measured.report()
                .notes()
                .forEach(note -> section.append("* ").append(note).append('\n'));
        return section.append('\n').toString();
    }

    private static String row(Comparison comparison) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | **%s** |\n",
                comparison.ours().name(),
                figure(comparison, comparison.ours()),
                comparison.ceiling().name(),
                figure(comparison, comparison.ceiling()),
                String.format(Locale.ROOT, "%.2f", comparison.ratio()));
    }

    private static String figure(Comparison comparison, Side side) {
        Sample sample = side.sample();
        return String.format(
                Locale.ROOT,
                "%,.0f %s (%,.0f – %,.0f)",
                sample.median(),
                comparison.unit().symbol(),
                sample.lowest(),
                sample.highest());
    }
}
