package com.dmverify.benchmarks.machine;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Java program to be run in a JVM of its own.
 *
 * @param name the name of its log
 * @param module the folder of the module whose class path it has
 * @param url where it serves
 * @param readiness the address that answers a GET with 200 once the program is ready
 * @param heap the largest heap, as {@code -Xmx} takes it
 */
public record Program(
        String name, String module, String mainClass, URI url, URI readiness, String heap, List<String> arguments) {

    private static final String USUAL_HEAP = "512m";

    public Program {
        arguments = List.copyOf(arguments);
    }

    /** Serves on a free port of 127.0.0.1, is ready when that answers, and has the usual heap and no arguments. */
    public static Program of(String name, String module, String mainClass) {
        URI url = URI.create("http://127.0.0.1:" + FreePort.any());
        return new Program(name, module, mainClass, url, url.resolve("/"), USUAL_HEAP, List.of());
    }

    /** Another address to ask for readiness. */
    public Program readyAt(URI address) {
        return new Program(name, module, mainClass, url, address, heap, arguments);
    }

    public Program heap(String most) {
        return new Program(name, module, mainClass, url, readiness, most, arguments);
    }

    public Program argument(Object argument) {
        List<String> more = new ArrayList<>(arguments);
        more.add(argument.toString());
        return new Program(name, module, mainClass, url, readiness, heap, more);
    }

    /** A property of Spring, given on the command line. */
    public Program with(String property, Object value) {
        return argument("--" + property + "=" + value);
    }

    public Program withAll(Map<String, Object> properties) {
        Program program = this;
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            program = program.with(property.getKey(), property.getValue());
        }
        return program;
    }
}
