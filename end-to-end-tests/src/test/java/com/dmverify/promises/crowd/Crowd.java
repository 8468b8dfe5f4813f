package com.dmverify.promises.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.allinone.Http;
import com.dmverify.allinone.Http.Answer;
import com.dmverify.promises.evidence.Dm;
import com.dmverify.promises.evidence.Fact;
import com.dmverify.promises.plan.Person;
import com.dmverify.promises.plan.Persona;
import com.dmverify.promises.plan.Trouble;
import com.dmverify.promises.stage.Brand;
import com.dmverify.promises.stage.Stage;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Everybody who is verified, and how they learn what concerns them. */
public final class Crowd {

    private final Http sandbox;
    private final Later later;
    private final List<Applicant> applicants;
    private final Map<String, Applicant> byUserId;
    private final AtomicInteger ended = new AtomicInteger();

    private Crowd(Http sandbox, Later later, List<Applicant> applicants) {
        this.sandbox = sandbox;
        this.later = later;
        this.applicants = applicants;
        byUserId = applicants.stream()
                .filter(applicant -> !applicant.userId().isEmpty())
                .collect(Collectors.toMap(Applicant::userId, applicant -> applicant));
    }

    /** Makes these people on X, orders the troubles that X will have with them, and puts them in front of the platform. */
    public static Crowd of(List<Person> people, Stage stage, Later later) {
        Http sandbox = stage.sandbox();
        Map<Brand, Door> doors = new HashMap<>();
        Brand.ALL.forEach(brand -> doors.put(brand, new Door(stage.api(brand), later)));
        List<Applicant> applicants = people.stream()
                .map(person -> new Applicant(person, made(person, sandbox), doors.get(person.brand())))
                .toList();
        applicants.forEach(applicant ->
                applicant.person().troubles().forEach(trouble -> order(trouble, applicant.userId(), sandbox)));
        return new Crowd(sandbox, later, applicants);
    }

    private static String made(Person person, Http sandbox) {
        if (!person.persona().exists()) {
            return "";
        }
        Answer made = sandbox.post(
                "/sandbox/users",
                String.format(
                        Locale.ROOT,
                        """
                {"username": "%s", "dm_setting": "%s", "suspended": %s}""",
                        person.handle(),
                        person.persona().isCloseMouthed() ? "nobody" : "everyone",
                        person.persona() == Persona.IS_SUSPENDED));
        assertThat(made.status()).as("POST /sandbox/users: %s", made.body()).isEqualTo(201);
        return made.text("/id");
    }

    private static void order(Trouble trouble, String userId, Http sandbox) {
        Answer ordered = sandbox.post(
                "/sandbox/faults", String.format(Locale.ROOT, """
                {"name": "%s", "count": 1, "delay_ms": %d, "for_user": "%s"}""", trouble.name(), trouble.delayMillis(), userId));
        assertThat(ordered.status())
                .as("POST /sandbox/faults: %s", ordered.body())
                .isEqualTo(201);
    }

    public Collection<Applicant> applicants() {
        return applicants;
    }

    /** Somebody asks to be verified. */
    public void asks(int number) {
        applicants.get(number).asks();
    }

    /** X has brought a message. */
    public void receives(Dm dm) {
        Applicant reader = byUserId.get(dm.to());
        if (reader != null) {
            reader.reads(dm);
            if (reader.person().persona() == Persona.STOPS_AFTER_READING) {
                does(reader, "dms", "{\"text\": \"STOP\"}");
            }
        }
    }

    /** The platform tells people what it hears of their verification: who is asked to follow does, or never will. */
    public void hears(Fact fact) {
        if (fact.isTerminal()) {
            ended.incrementAndGet();
        }
        String userId = Objects.requireNonNullElse(fact.userId(), "");
        Applicant applicant = byUserId.get(userId);
        if (fact.name().equals("UserActionAwaited") && applicant != null) {
            switch (applicant.person().persona()) {
                case FOLLOWS_WHEN_ASKED -> does(applicant, "follow", "");
                case REFUSES_WHEN_ASKED -> does(applicant, "dms", "{\"text\": \"Nein, das war ich nicht\"}");
                default -> {}
            }
        }
    }

    /** On X. */
    private void does(Applicant applicant, String deed, String json) {
        String path = "/sandbox/users/" + applicant.userId() + "/" + deed + "?brand="
                + applicant.person().brand().id();
        later.now(() -> assertThat(sandbox.post(path, json).status() / 100).isEqualTo(2));
    }

    /** How many ends the platform has heard of. */
    public int ended() {
        return ended.get();
    }

    /** Everybody asks how it ended. */
    public void look() {
        applicants.stream()
                .filter(applicant -> applicant.verification().isPresent())
                .forEach(Applicant::looks);
    }
}
