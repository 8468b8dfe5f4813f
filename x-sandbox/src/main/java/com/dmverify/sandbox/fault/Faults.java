package com.dmverify.sandbox.fault;

import com.dmverify.sandbox.Resettable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** The injected faults. A used fault stays in the list until all are removed. */
@Component
public class Faults implements Resettable {

    private static final int MOST = 1000;

    private final List<Fault> injected = new CopyOnWriteArrayList<>();

    /** Returns false if there are too many faults. */
    public boolean inject(Fault fault) {
        return injected.size() < MOST && injected.add(fault);
    }

    public List<Fault> all() {
        return List.copyOf(injected);
    }

    /** Finds a fault that applies, and uses it once. */
    public Optional<Fault> take(FaultName name, FaultTarget target) {
        for (Fault fault : injected) {
            if (fault.name() == name && fault.meets(target) && fault.take()) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** Finds a fault that applies, used or not. */
    public Optional<Fault> find(FaultName name, FaultTarget target) {
        for (Fault fault : injected) {
            if (fault.name() == name && fault.meets(target)) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    @Override
    public void reset() {
        injected.clear();
    }
}
