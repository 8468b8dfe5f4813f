package com.dmverify.cli;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.dmverify.local.testing.ArchitectureRules;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.dmverify.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("com.dmverify.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule groupsOfCommandsAreFreeOfCycles =
            slices().matching("com.dmverify.cli.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule partsOfAGroupAreFreeOfCycles =
            slices().matching("com.dmverify.cli.*.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noDefaultLocale = ArchitectureRules.NO_DEFAULT_LOCALE;
}
