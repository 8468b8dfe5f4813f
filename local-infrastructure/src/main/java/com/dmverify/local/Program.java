package com.dmverify.local;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a server's process runs.
 *
 * @param name of the server, for people
 * @param command asked for at each start
 * @param directory in which it runs
 * @param readyWords a part of the line in which it says that it is ready
 */
record Program(String name, Supplier<List<String>> command, Path directory, String readyWords) {}
