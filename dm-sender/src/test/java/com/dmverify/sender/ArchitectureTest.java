package com.dmverify.sender;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.beans.factory.annotation.Value;

@AnalyzeClasses(packages = "com.dmverify.sender", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] THINKING = {
        "..sender.order..",
        "..sender.account..",
        "..sender.ledger..",
        "..sender.budget..",
        "..sender.recipient..",
        "..sender.optout..",
        "..sender.overview..",
        "..sender.search..",
        "..sender.text..",
        "..sender.patience..",
        "..sender.dispatch.."
    };

    @ArchTest
    static final ArchRule thinkingKnowsNoFramework = noClasses()
            .that()
            .resideInAnyPackage(THINKING)
            .and(not(simpleNameStartingWith("Redis")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "io.lettuce..", "io.micrometer..")
            .because("what the sender decides is to be read and tested without knowing what it runs on");

    @ArchTest
    static final ArchRule onlyTheRimOfTheStoresKnowsRedis = noClasses()
            .that(not(simpleNameStartingWith("Redis")))
            .and()
            .resideOutsideOfPackage("..sender.configuration..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.data.redis..", "io.lettuce..")
            .because("each promise about shared state is one script behind one interface");

    @ArchTest
    static final ArchRule theListenerDecidesNothing = noClasses()
            .that()
            .haveSimpleNameEndingWith("Listener")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(THINKING)
            .because("a listener unwraps, calls and moves offsets; decisions are made in dispatch");

    @ArchTest
    static final ArchRule oneSwitchOverXsErrors = noClasses()
            .that()
            .doNotHaveSimpleName("NextMove")
            .and()
            // Which of them are about the account, for the same switch.
            .doNotHaveSimpleName("Reason")
            .and()
            // These give the answer that X would give, so that it meets the same switch.
            .haveNameNotMatching(".*\\.(Meter|ClosedDoors|Identity|Surveys)")
            .and()
            // Asks in a second place where X throttles the first.
            .doNotHaveSimpleName("Search")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("com\\.dmverify\\.x\\.XError\\$.*")
            .because("whoever wants to know our next move reads one switch");

    @ArchTest
    static final ArchRule noCycles = slices().matching("com.dmverify.sender.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a reader must be able to start somewhere");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a test moves the clock by hand, and nobody sleeps in a listener");

    @ArchTest
    static final ArchRule oneSystemClock = noClasses()
            .that()
            .resideOutsideOfPackage("..sender.configuration..")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .because("the clock is a collaborator");

    @ArchTest
    static final ArchRule noLooseValues = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Value.class)
            .because("every knob stands in a properties record, with its reason");

    @ArchTest
    static final ArchRule theLanguageOfTheMachineDecidesNothing = noClasses()
            .should()
            .callMethod(String.class, "formatted", Object[].class)
            .orShould()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .callMethod(Locale.class, "getDefault")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ResourceBundle.class)
            .because("replicas of different languages have to write the same keys, ids and texts");
}
