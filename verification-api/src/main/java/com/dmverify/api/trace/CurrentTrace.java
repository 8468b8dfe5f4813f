package com.dmverify.api.trace;

import java.util.Optional;
import java.util.function.Function;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** The trace of the work that runs, in Reactor's context: it goes where the work goes, over threads and retries. */
public final class CurrentTrace {

    private CurrentTrace() {}

    /** For {@code contextWrite}: what stands before it in the chain belongs to this trace. */
    public static Function<Context, Context> is(Trace trace) {
        return context -> context.put(Trace.class, trace);
    }

    /** The trace, unless the work began by itself. */
    public static Optional<Trace> in(ContextView context) {
        return context.getOrEmpty(Trace.class);
    }
}
