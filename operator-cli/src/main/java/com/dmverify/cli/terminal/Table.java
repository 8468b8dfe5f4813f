package com.dmverify.cli.terminal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints rows with aligned columns. Rows are buffered by the page to measure them; a later page may widen the columns.
 */
public final class Table {

    private static final int PAGE = 100;

    private static final String EMPTY = "-";

    private final PrintStream out;
    private final List<String> headings;
    private final List<List<String>> page = new ArrayList<>();
    private final int[] widths;
    private boolean hasPrintedHeadings;

    public Table(PrintStream out, List<String> headings) {
        this.out = out;
        this.headings = List.copyOf(headings);
        widths = new int[headings.size()];
    }

    /** Adds a row; control characters are replaced. */
    public void add(List<String> cells) {
        List<String> row = cells.stream()
                .map(cell -> cell.isEmpty() ? EMPTY : Printable.line(cell))
                .toList();
        page.add(row);
        if (page.size() == PAGE) {
            print();
        }
    }

    /** Prints what is still buffered. */
    public void print() {
        if (page.isEmpty()) {
            return;
        }
        if (!hasPrintedHeadings) {
            page.addFirst(headings);
            hasPrintedHeadings = true;
        }
        page.forEach(this::measure);
        page.forEach(this::print);
        page.clear();
    }

    private void measure(List<String> cells) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], cells.get(i).length());
        }
    }

    private void print(List<String> cells) {
        StringBuilder line = new StringBuilder();
        int last = cells.size() - 1;
        for (int i = 0; i < last; i++) {
            String cell = cells.get(i);
            line.append(cell).append(" ".repeat(widths[i] - cell.length() + 2));
        }
        out.println(line.append(cells.get(last)));
    }
}
