package com.dmverify.x;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Allows calls of a method from these classes (and from what is nested in them), and from its own. */
final class OnlyBeCalledBy extends ArchCondition<JavaMethod> {

    private final Set<String> callers;

    OnlyBeCalledBy(String... callers) {
        super("only be called by %s", Set.of(callers));
        this.callers = Set.of(callers);
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        method.getCallsOfSelf().stream()
                .filter(call -> !call.getOriginOwner().equals(method.getOwner()))
                .filter(call -> callers.stream()
                        .noneMatch(name -> call.getOriginOwner().getName().contains("." + name)))
                .forEach(call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
    }
}
