package com.dmverify.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "com.dmverify.sandbox", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesDoNotGoInCircles = slices().matching("com.dmverify.sandbox.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a reader follows a call in one direction");

    @ArchTest
    static final ArchRule noCodeOfTheClient = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.dmverify.x..", "com.dmverify.sender..", "com.dmverify.webhook..")
            .because("two readings of X's documents check each other, one reading checks nothing");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a test moves the clock");
}
