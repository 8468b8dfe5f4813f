package com.dmverify.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.dmverify.sandbox.testing.Seen;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

@AnalyzeClasses(packages = "com.dmverify.sandbox", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesDoNotGoInCircles = slices().matching("com.dmverify.sandbox.(**)")
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

    @ArchTest
    static final ArchRule textsDoNotDependOnTheMachinesLanguage = noClasses()
            .should()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(String.class, "formatted", Object[].class)
            .orShould()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .callMethod(DateTimeFormatter.class, "ofPattern", String.class)
            .because("the default locale is the machine's, not X's");

    /** Not the rule of a class but of the tests: whoever reads one sees where its behaviour was seen. */
    @ArchTest
    static void everyBehaviourSaysWhereItWasSeen(JavaClasses main) {
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
