package com.dmverify.sender;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.dmverify.local.testing.ArchitectureRules;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.ResourceBundle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@AnalyzeClasses(packages = "com.dmverify.sender", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Packages whose classes decide. Their configuration is wiring, and their Redis classes are adapters. */
    private static final String[] DECISIONS = {
        "..sender.order..",
        "..sender.account..",
        "..sender.ledger..",
        "..sender.ratelimit..",
        "..sender.evidence..",
        "..sender.text..",
        "..sender.retry..",
        "..sender.error..",
        "..sender.send.."
    };

    private static final DescribedPredicate<JavaClass> WIRING =
            simpleNameEndingWith("Configuration").or(simpleNameEndingWith("Properties"));

    @ArchTest
    static final ArchRule listenersHaveThePrefix = ArchitectureRules.LISTENERS_HAVE_THE_PREFIX;

    @ArchTest
    static final ArchRule decisionsKnowNoFramework = noClasses()
            .that()
            .resideInAnyPackage(DECISIONS)
            .and(not(simpleNameStartingWith("Redis")))
            .and(not(belongTo(WIRING)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "io.lettuce..", "io.micrometer..")
            .because("what the sender decides is to be read and tested without knowing what it runs on");

    @ArchTest
    static final ArchRule onlyAdaptersKnowRedis = noClasses()
            .that(not(simpleNameStartingWith("Redis")))
            .and(not(belongTo(WIRING)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.data.redis..", "io.lettuce..")
            .because("each guarantee about shared state is one script behind one interface");

    @ArchTest
    static final ArchRule listenersDecideNothing = noClasses()
            .that()
            .areAnnotatedWith(Component.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DECISIONS)
            .because("a listener unwraps, calls and moves offsets; decisions are made in send");

    @ArchTest
    static final ArchRule oneSwitchOverXsErrors = noClasses()
            .that()
            .doNotHaveSimpleName("XErrorPolicy")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("com\\.dmverify\\.x\\.XError\\$.*")
            .because("the sender's next move after an error of X stands in one switch");

    @ArchTest
    static final ArchRule packagesDoNotGoInCircles = slices().matching("com.dmverify.sender.(**)")
            .should()
            .beFreeOfCycles()
            .because("a reader must be able to start somewhere, in nested packages too");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a test moves the clock by hand, and no listener sleeps");

    @ArchTest
    static final ArchRule oneSystemClock = noClasses()
            .that()
            .doNotHaveSimpleName("SenderConfiguration")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .because("the clock is a collaborator");

    @ArchTest
    static final ArchRule noLooseValues = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Value.class)
            .because("every setting stands in a properties record, with its reason");

    @ArchTest
    static final ArchRule noDefaultLocale = ArchitectureRules.NO_DEFAULT_LOCALE;

    @ArchTest
    static final ArchRule noBundleOfTheDefaultLocale = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ResourceBundle.class)
            .because("replicas of different languages have to write the same texts");
}
