package com.dmverify.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.dmverify.local.testing.ArchitectureRules;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.dmverify.benchmarks", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesDoNotGoInCircles = slices().matching("com.dmverify.(**)")
            .should()
            .beFreeOfCycles()
            .because("a reader follows a call in one direction");

    @ArchTest
    static final ArchRule theCeilingUsesNoneOfOurCode = noClasses()
            .that()
            .resideInAPackage("com.dmverify.benchmarks.ceiling")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.dmverify.api..",
                    "com.dmverify.redis..",
                    "com.dmverify.schemas..",
                    "com.dmverify.support..",
                    "com.dmverify.webhook..")
            .because("it shows what the same work costs without our code");

    @ArchTest
    static final ArchRule noDefaultLocale = ArchitectureRules.NO_DEFAULT_LOCALE;
}
