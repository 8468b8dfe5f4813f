package com.dmverify.webhook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.dmverify.local.testing.ArchitectureRules;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

@AnalyzeClasses(packages = "com.dmverify.webhook", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_CLOSED = classes()
            .that()
            .haveSimpleNameEndingWith("Controller")
            .should()
            .bePackagePrivate()
            .because("controllers are called by HTTP only");

    @ArchTest
    static final ArchRule CONTROLLERS_DECIDE_NOTHING = noClasses()
            .that()
            .haveSimpleNameEndingWith("Controller")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.dmverify.x..", "com.dmverify.webhook.recording..", "org.apache.kafka..")
            .because("signatures and records are handled where they can be tested without HTTP");

    @ArchTest
    static final ArchRule KAFKA_IS_KNOWN_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackages("com.dmverify.webhook.recording..", "com.dmverify.webhook.recovery..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
            .because(
                    "only one package decides that a record is durable before the 200, and only one looks after outages");

    @ArchTest
    static final ArchRule NO_REDIS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.lettuce..", "org.springframework.data.redis..")
            .because("the receiver must not depend on a database");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("com.dmverify.webhook.(**)")
            .should()
            .beFreeOfCycles()
            .because("a package in a cycle cannot be understood or tested alone");

    @ArchTest
    static final ArchRule NO_DEFAULT_LOCALE = ArchitectureRules.NO_DEFAULT_LOCALE;

    @ArchTest
    static final ArchRule NO_FIELD_INJECTION = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.because(
            "a field that is not set by the constructor cannot be replaced in a test");
}
