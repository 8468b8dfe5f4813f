package com.dmverify.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.dmverify.local.testing.ArchitectureRules;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "com.dmverify.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theDomainIsPlainJava = noClasses()
            .that()
            .resideInAPackage("..verification..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.apache.kafka..",
                    "org.apache.avro..",
                    "io.lettuce..",
                    "tools.jackson..")
            .because("what a verification is does not change with the technology around it");

    @ArchTest
    static final ArchRule packagesDoNotGoInCircles = slices().matching("com.dmverify.api.(**)")
            .should()
            .beFreeOfCycles()
            .because("a reader follows a verification in one direction");

    @ArchTest
    static final ArchRule onlyTheStoresKnowRedis = noClasses()
            .that()
            .resideOutsideOfPackages("..redis..", "..store..", "..outbox..", "..failure..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.data.redis..", "io.lettuce..")
            .because("all state is reached through the stores");

    @ArchTest
    static final ArchRule endpointsAndWiringAreClosed = classes()
            .that()
            .haveSimpleNameEndingWith("Controller")
            .or()
            .haveSimpleNameEndingWith("Listener")
            .or()
            .haveSimpleNameEndingWith("Properties")
            .or()
            .haveSimpleNameEndingWith("Configuration")
            .or()
            .haveNameMatching(".*\\.Redis[A-Z]\\w*")
            .should()
            .bePackagePrivate()
            .because("no code of ours calls an endpoint, and wiring is Spring's");

    @ArchTest
    static final ArchRule controllersDecideNothing = noClasses()
            .that()
            .haveSimpleNameEndingWith("Controller")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Store")
            .because("a controller unwraps, calls one use case and wraps");

    @ArchTest
    static final ArchRule listenersHaveThePrefix = ArchitectureRules.LISTENERS_HAVE_THE_PREFIX;

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a test moves the clock");

    @ArchTest
    static final ArchRule noDefaultLocale = ArchitectureRules.NO_DEFAULT_LOCALE;
}
