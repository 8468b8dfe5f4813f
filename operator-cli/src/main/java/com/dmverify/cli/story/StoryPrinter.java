package com.dmverify.cli.story;

import java.io.PrintStream;

/** Prints the story to the console. */
public final class StoryPrinter {

    private static final String INDENT = "      ";

    private final PrintStream out;
    private int step;

    public StoryPrinter(PrintStream out) {
        this.out = out;
    }

    public void title(String text) {
        out.println();
        out.println(text);
        out.println("─".repeat(text.length()));
    }

    void step(String text) {
        step++;
        out.println();
        out.println(" " + (step < 10 ? "  " : " ") + step + ". " + text);
    }

    void detail(String text) {
        text.lines().forEach(line -> out.println(INDENT + line));
    }

    public void line(String text) {
        out.println(text);
    }
}
