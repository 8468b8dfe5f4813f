package com.dmverify.support.durability;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * A system whose settings decide whether acknowledged data is kept.
 *
 * @param name for example {@code redis}
 * @param problems asks the system: one sentence for each setting that can lose data; throws if the system does not answer
 */
public record DurabilitySource(String name, Callable<List<String>> problems) {}
