package com.dmverify.benchmarks.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * The samples in the second half of one recording, without the start of the program, ranked by thread, by library, by own
 * class and by method. A sample counts once for each library and each own class in its stack.
 */
public final class CpuProfile {

    /** Processor time, native code included. Only Linux has it: JEP 509. */
    private static final String CPU = "jdk.CPUTimeSample";

    private static final String JAVA = "jdk.ExecutionSample";
    private static final int RANKS = 40;
    private static final int PACKAGE_DEPTH = 4;
    private static final String OURS = "com.dmverify.";

    private final Map<String, Integer> threads = new HashMap<>();
    private final Map<String, Integer> libraries = new HashMap<>();
    private final Map<String, Integer> users = new HashMap<>();
    private final Map<String, Integer> classes = new HashMap<>();
    private final Map<String, Integer> methods = new HashMap<>();
    private int samples;

    private CpuProfile() {}

    /** Reads a recording of JFR. */
    public static CpuProfile of(Path recording) {
        try {
            List<RecordedEvent> events = RecordingFile.readAllEvents(recording);
            String kind = events.stream().anyMatch(event -> isNamed(event, CPU)) ? CPU : JAVA;
            List<RecordedEvent> samples = events.stream()
                    .filter(event -> isNamed(event, kind))
                    .sorted(Comparator.comparing(RecordedEvent::getStartTime))
                    .toList();
            CpuProfile profile = new CpuProfile();
            samples.subList(samples.size() / 2, samples.size()).forEach(profile::add);
            return profile;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ranks as lines of text: percent of all samples, and what they belong to. */
    public String text() {
        return String.format(Locale.ROOT, "%,d samples%n", samples)
                + table("Thread", threads)
                + table("Library (topmost frame outside the JDK)", libraries)
                + table("Library (anywhere in the stack)", users)
                + table("Own class (anywhere in the stack)", classes)
                + table("Method (topmost frame)", methods);
    }

    private static boolean isNamed(RecordedEvent event, String name) {
        return event.getEventType().getName().equals(name);
    }

    private void add(RecordedEvent event) {
        RecordedStackTrace stack = event.getStackTrace();
        if (stack == null || stack.getFrames().isEmpty()) {
            return;
        }
        samples++;
        RecordedThread thread = event.getThread(isNamed(event, CPU) ? "eventThread" : "sampledThread");
        count(threads, thread == null ? "unknown" : group(Objects.requireNonNullElse(thread.getJavaName(), "VM")));
        List<RecordedFrame> frames = stack.getFrames();
        count(methods, method(frames.getFirst()));
        count(
                libraries,
                frames.stream()
                        .map(CpuProfile::className)
                        .filter(name -> !isOfJdk(name))
                        .findFirst()
                        .map(CpuProfile::library)
                        .orElse("JDK alone"));
        distinct(frames.stream()
                        .map(CpuProfile::className)
                        .filter(name -> !isOfJdk(name))
                        .map(CpuProfile::library))
                .forEach(name -> count(users, name));
        distinct(frames.stream()
                        .map(CpuProfile::className)
                        .filter(name -> name.startsWith(OURS))
                        .map(name -> name.split("[$/]", 2)[0]))
                .forEach(name -> count(classes, name));
    }

    private static Set<String> distinct(Stream<String> names) {
        return names.collect(Collectors.toCollection(HashSet::new));
    }

    private String table(String title, Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(RANKS)
                .map(entry -> String.format(
                        Locale.ROOT, "  %5.1f %%  %s%n", 100.0 * entry.getValue() / samples, entry.getKey()))
                .collect(Collectors.joining("", "\n" + title + "\n", ""));
    }

    private static void count(Map<String, Integer> counts, String name) {
        counts.merge(name, 1, Integer::sum);
    }

    /** Threads that differ in their number alone are one group. */
    private static String group(String thread) {
        return thread.replaceAll("[0-9]+", "n");
    }

    private static String className(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }

    private static String method(RecordedFrame frame) {
        return className(frame) + "." + frame.getMethod().getName();
    }

    private static boolean isOfJdk(String name) {
        return name.startsWith("java.") || name.startsWith("jdk.") || name.startsWith("sun.");
    }

    private static String library(String className) {
        String[] words = className.split("\\.", -1);
        int depth = Math.min(PACKAGE_DEPTH, words.length - 1);
        return String.join(".", List.of(words).subList(0, Math.max(1, depth)));
    }
}
