package com.dmverify.local.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

/** ArchUnit rules that hold in every module; each module's {@code ArchitectureTest} applies them to its own classes. */
public final class ArchitectureRules {

    private static final String KAFKA_LISTENER = "org.springframework.kafka.annotation.KafkaListener";
    private static final String PREFIX = "${dm-verify.topics.prefix:}";

    /** Text is formatted and changes its case by {@link Locale#ROOT}, never by the locale of the machine. */
    public static final ArchRule NO_DEFAULT_LOCALE = noClasses()
            .should()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(String.class, "formatted", Object[].class)
            .orShould()
            .callMethod(PrintStream.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(PrintStream.class, "printf", String.class, Object[].class)
            .orShould()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .callMethod(DateTimeFormatter.class, "ofPattern", String.class)
            .orShould()
            .callMethod(Locale.class, "getDefault")
            .allowEmptyShould(true)
            .because("digits and letters are the same on every machine");

    /** Instants come from an injected clock, so that a test can move it. */
    public static final ArchRule INJECTED_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .allowEmptyShould(true)
            .because("a test moves the clock");

    /** A listener names topics and its group with the prefix of the deployment, or takes the names from a bean that knows it. */
    public static final ArchRule LISTENERS_HAVE_THE_PREFIX = methods()
            .that()
            .areAnnotatedWith(KAFKA_LISTENER)
            .should(new ArchCondition<>("name topics and group with the prefix") {
                @Override
                public void check(JavaMethod listener, ConditionEvents events) {
                    JavaAnnotation<JavaMethod> annotation = listener.getAnnotationOfType(KAFKA_LISTENER);
                    Stream.concat(
                                    Stream.of(
                                            (Object[]) annotation.get("topics").orElseThrow()),
                                    annotation.get("groupId").stream())
                            .filter(name -> !name.toString().startsWith(PREFIX)
                                    && !name.toString().startsWith("#{"))
                            .forEach(name -> events.add(SimpleConditionEvent.violated(
                                    listener, listener.getFullName() + " reads '" + name + "'")));
                }
            })
            .allowEmptyShould(true)
            .because("several deployments share a broker by different prefixes");

    private ArchitectureRules() {}

    /** The packages below this one, nested ones too, do not depend on each other in cycles. */
    public static ArchRule noPackageCycles(String rootPackage) {
        return slices().matching(rootPackage + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .because("a reader follows a call in one direction");
    }
}
