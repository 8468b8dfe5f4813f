package com.dmverify.x;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

@AnalyzeClasses(packages = "com.dmverify.x", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final String ROOT = "com.dmverify.x";

    @ArchTest
    static final ArchRule PLAIN = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax..",
                    "tools.jackson..",
                    "org.apache.hc..",
                    "org.jspecify..",
                    "com.dmverify.codes..",
                    ROOT + "..")
            .because(
                    "x-client is a plain library: no Spring, no module but one-time-codes, and whoever uses it chooses the rest");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().assignedFrom(new Rooms())
            .should()
            .beFreeOfCycles()
            .because("the words of the root are under every package and the door XClient is over all of them");

    @ArchTest
    static final ArchRule ONE_TABLE = methods()
            .that()
            .areDeclaredInClassesThat(simpleName("Complaint"))
            .and()
            .haveNameMatching("code|type|title|says|resource")
            .should(new OnlyBeCalledBy("ErrorTable", "Complaints"))
            .because(
                    "X's codes, types and sentences are named in one table, and only their reader and it look at them");

    @ArchTest
    static final ArchRule NO_CLOCK_BUT_THE_GIVEN_ONE = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("time is a collaborator, so that tests can move it");

    @ArchTest
    static final ArchRule ERRORS_ARE_JUDGED_IN_ONE_PLACE = classes()
            .that()
            .resideInAPackage(ROOT + ".error")
            .and(not(simpleName("package-info")))
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAnyPackage(ROOT + ".error", ROOT + ".wire")
            .because("everybody else gets a typed XError and needs no number");

    @ArchTest
    static final ArchRule NO_DEFAULT_LOCALE = noClasses()
            .should()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(String.class, "formatted", Object[].class)
            .orShould()
            .callMethod(DateTimeFormatter.class, "ofPattern", String.class)
            .orShould()
            .callMethod(Locale.class, "getDefault")
            .because("what X or another machine reads must not depend on the language of ours");

    /** The root holds two rooms: the words that everybody speaks, and the door. */
    private static final class Rooms implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            if (!javaClass.getPackageName().equals(ROOT)) {
                return SliceIdentifier.of(javaClass.getPackageName());
            }
            return SliceIdentifier.of(javaClass.getName().startsWith(ROOT + ".XClient") ? "door" : "words");
        }

        @Override
        public String getDescription() {
            return "packages, the root as words and door";
        }
    }
}
