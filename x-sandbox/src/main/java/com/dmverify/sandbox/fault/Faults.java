package com.dmverify.sandbox.fault;

import com.dmverify.sandbox.Resettable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** The troubles that were ordered. A used up one stays in the list until all are cancelled. */
@Component
public class Faults implements Resettable {

    private static final int MOST = 1000;

    private final List<Fault> ordered = new CopyOnWriteArrayList<>();

    /** False when there are too many orders already. */
    public boolean order(Fault fault) {
        return ordered.size() < MOST && ordered.add(fault);
    }

    public List<Fault> all() {
        return List.copyOf(ordered);
    }

    /** Uses one up. */
    public Optional<Fault> take(FaultName name, FaultTarget target) {
        for (Fault fault : ordered) {
            if (fault.name() == name && fault.meets(target) && fault.take()) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** The order that would meet this, used up or not. */
    public Optional<Fault> find(FaultName name, FaultTarget target) {
        for (Fault fault : ordered) {
            if (fault.name() == name && fault.meets(target)) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    @Override
    public void reset() {
        ordered.clear();
    }
}
