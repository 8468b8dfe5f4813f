package com.dmverify.local;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * The program of a server's process.
 *
 * @param name of the server in messages
 * @param command is computed at each start
 * @param directory in which the process runs
 * @param readyText is a part of the line that the server prints when it is ready
 */
record Program(String name, Supplier<List<String>> command, Path directory, String readyText) {}
