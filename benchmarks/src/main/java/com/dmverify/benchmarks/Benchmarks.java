package com.dmverify.benchmarks;

import com.dmverify.benchmarks.machine.ClassPaths;
import com.dmverify.benchmarks.machine.Launch;
import com.dmverify.benchmarks.machine.Machine;
import com.dmverify.benchmarks.machine.OtherLoad;
import com.dmverify.benchmarks.page.Measured;
import com.dmverify.benchmarks.page.Page;
import com.dmverify.benchmarks.profile.CpuProfile;
import com.dmverify.benchmarks.round.Effort;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The program that {@code ./benchmark} runs. Its exit status is 2 for a wrong call and 1 if something could not be measured. */
public final class Benchmarks {

    private static final Path LOGS = Path.of("benchmarks", "target", "runs");
    private static final Path PAGE = Path.of("docs", "benchmarks.md");
    private static final String ALL = "all";

    private final Options options;
    private final Catalogue catalogue;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Benchmarks(Options options) {
        this.options = options;
        this.catalogue = new Catalogue(options);
    }

    public static void main(String[] arguments) throws IOException {
        System.exit(end(arguments));
    }

    /** The exit status. */
    static int end(String... arguments) throws IOException {
        try {
            Benchmarks benchmarks = new Benchmarks(Options.of(arguments));
            return benchmarks.run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(Options.USAGE);
            return 2;
        }
    }

    private int run() throws IOException {
        boolean all = options.name().equals(ALL);
        List<Measured> measured = new ArrayList<>();
        List<String> names = all ? catalogue.names() : List.of(options.name());
        // An unknown name is refused before anything is measured.
        names.forEach(catalogue::entry);
        for (String name : names) {
            try {
                measured.add(measure(name));
            } catch (IllegalStateException e) {
                System.err.println(name + " could not be measured: " + e.getMessage());
                System.err.println("What the programs printed is in " + LOGS.resolve(name));
            }
        }
        if (all) {
            Files.writeString(PAGE, new Page(Machine.ofThisProgram(), LocalDate.now(Clock.systemUTC())).of(measured));
            out.println("\nWritten to " + PAGE);
        }
        return measured.size() == names.size() ? 0 : 1;
    }

    private void writeProfile(Path recording) throws IOException {
        Path profile =
                recording.resolveSibling(recording.getFileName().toString().replace(".jfr", ".profile.txt"));
        Files.writeString(profile, CpuProfile.of(recording).text());
        out.println("  Where the processor time went: " + profile);
    }

    private Measured measure(String name) throws IOException {
        Catalogue.Entry entry = catalogue.entry(name);
        Effort effort = options.effort(entry.usual());
        Launch launch = new Launch(ClassPaths.built(), LOGS.resolve(name), List.of(), options.profile());
        OtherLoad otherLoad = new OtherLoad();
        Measured measured = new Measured(entry.benchmark().run(launch, effort), effort, otherLoad.share());
        new Console(out).print(measured);
        for (Path recording : launch.recordings()) {
            writeProfile(recording);
        }
        return measured;
    }
}
