package com.dmverify.connections;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.dmverify.local.testing.ArchitectureRules;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;

@AnalyzeClasses(packages = "com.dmverify.connections", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule statesKnowNoFramework = noClasses()
            .that()
            .resideInAnyPackage("..connections.connection..", "..connections.seal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "io.lettuce..", "com.dmverify.connections.x..")
            .because("the rules of a token refresh are tested without a framework");

    @ArchTest
    static final ArchRule onlyTheRimSpeaksOAuth2 = noClasses()
            .that()
            .resideOutsideOfPackages("..connections.x..", "..connections.consent..", "..connections.configuration..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.security.oauth2..")
            .because("only one package speaks the OAuth 2.0 protocol");

    @ArchTest
    static final ArchRule onlyStoresKnowRedis = noClasses()
            .that()
            .resideOutsideOfPackages("..connections.store..", "..connections.configuration..")
            .and()
            .doNotHaveSimpleName("PendingConsentStore")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.data.redis..", "io.lettuce..")
            .because("only the stores seal values for Redis");

    @ArchTest
    static final ArchRule noServlets = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("jakarta.servlet..")
            .because("a servlet stack on the class path would change the web stack of every service in the JVM");

    @ArchTest
    static final ArchRule noCycles = slices().matching("com.dmverify.connections.(**)")
            .should()
            .beFreeOfCycles()
            .because("a package in a cycle cannot be understood or tested alone");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("tests move an injected clock");

    @ArchTest
    static final ArchRule noDefaultLocale = ArchitectureRules.NO_DEFAULT_LOCALE;

    @ArchTest
    static final ArchRule noLooseValues = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Value.class)
            .because("every property is in a properties record, with its reason");
}
