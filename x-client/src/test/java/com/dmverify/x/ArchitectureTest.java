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
class ArchitectureTest {

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
            .because("x-client is a plain library: no Spring, and no other module but one-time-codes");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().assignedFrom(new PackageSlices())
            .should()
            .beFreeOfCycles()
            .because("every package may use the basic types of the root, and XClient uses every package");

    @ArchTest
    static final ArchRule ONE_TABLE = methods()
            .that()
            .areDeclaredInClassesThat(simpleName("ApiError"))
            .and()
            .haveNameMatching("code|type|title|detailContains|resource")
            .should(new OnlyBeCalledBy("ErrorTable", "ApiErrors"))
            .because("only the error table and its reader know X's codes, types and messages");

    @ArchTest
    static final ArchRule NO_CLOCK_BUT_THE_GIVEN_ONE = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("tests move an injected clock");

    @ArchTest
    static final ArchRule ERRORS_ARE_MAPPED_IN_ONE_PLACE = classes()
            .that()
            .resideInAPackage(ROOT + ".error")
            .and(not(simpleName("package-info")))
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAnyPackage(ROOT + ".error", ROOT + ".http")
            .because("all other code gets a typed XError");

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
            .because("what X or another program reads must not depend on the default locale");

    /** Each package is a slice. The root has two: XClient, and the basic types. */
    private static final class PackageSlices implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            if (!javaClass.getPackageName().equals(ROOT)) {
                return SliceIdentifier.of(javaClass.getPackageName());
            }
            return SliceIdentifier.of(javaClass.getName().startsWith(ROOT + ".XClient") ? "client" : "basic types");
        }

        @Override
        public String getDescription() {
            return "packages, the root as client and basic types";
        }
    }
}
