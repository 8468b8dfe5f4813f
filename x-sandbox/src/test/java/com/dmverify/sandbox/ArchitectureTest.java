package com.dmverify.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.dmverify.local.testing.ArchitectureRules;
import com.dmverify.sandbox.testing.Seen;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

@AnalyzeClasses(packages = "com.dmverify.sandbox", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule noPackageCycles = ArchitectureRules.noPackageCycles("com.dmverify.sandbox");

    @ArchTest
    static final ArchRule noCodeOfTheClient = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.dmverify.x..", "com.dmverify.sender..", "com.dmverify.webhook..")
            .because("two readings of X's documents check each other, one reading checks nothing");

    @ArchTest
    static final ArchRule injectedClock = ArchitectureRules.INJECTED_CLOCK;

    @ArchTest
    static final ArchRule noDefaultLocale = ArchitectureRules.NO_DEFAULT_LOCALE;

    /** A rule about the tests: each one states the source of the behaviour that it demands. */
    @ArchTest
    static void everyTestStatesItsSource(JavaClasses main) {
        JavaClasses tests = new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("com.dmverify.sandbox");
        methods()
                .that()
                .areAnnotatedWith(Test.class)
                .or()
                .areAnnotatedWith(ParameterizedTest.class)
                .should()
                .beAnnotatedWith(Seen.class)
                .orShould()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(Seen.class)
                .because("what X documents, what was recorded and what was guessed are not the same")
                .check(tests);
    }
}
