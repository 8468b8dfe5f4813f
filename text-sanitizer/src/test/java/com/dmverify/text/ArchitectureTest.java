package com.dmverify.text;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.dmverify.local.testing.ArchitectureRules;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.dmverify.text", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NOTHING_BUT_THE_JDK = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "com.dmverify.text");

    @ArchTest
    static final ArchRule NO_DEFAULT_LOCALE = ArchitectureRules.NO_DEFAULT_LOCALE;
}
