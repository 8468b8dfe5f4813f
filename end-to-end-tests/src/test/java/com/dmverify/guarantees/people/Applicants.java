package com.dmverify.guarantees.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.story.Http;
import com.dmverify.cli.story.Http.Answer;
import com.dmverify.guarantees.deployment.Brand;
import com.dmverify.guarantees.deployment.Deployment;
import com.dmverify.guarantees.evidence.Dm;
import com.dmverify.guarantees.evidence.RecordedEvent;
import com.dmverify.guarantees.plan.Person;
import com.dmverify.guarantees.plan.Persona;
import com.dmverify.guarantees.plan.XFault;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** All persons of a run: delivers messages and events to them. */
public final class Applicants {

    private final Http sandbox;
    private final TaskRunner tasks;
    private final List<Applicant> applicants;
    private final Map<String, Applicant> byUserId;
    private final AtomicInteger ended = new AtomicInteger();

    private Applicants(Http sandbox, TaskRunner tasks, List<Applicant> applicants) {
        this.sandbox = sandbox;
        this.tasks = tasks;
        this.applicants = applicants;
        byUserId = applicants.stream()
                .filter(applicant -> !applicant.userId().isEmpty())
                .collect(Collectors.toMap(Applicant::userId, applicant -> applicant));
    }

    /** Creates these persons on X and injects the faults that concern them. */
    public static Applicants of(List<Person> people, Deployment deployment, TaskRunner tasks) {
        Http sandbox = deployment.sandbox();
        Map<Brand, PlatformClient> platforms = new HashMap<>();
        Brand.ALL.forEach(brand -> platforms.put(brand, new PlatformClient(deployment.api(brand), tasks)));
        List<Applicant> applicants = people.stream()
                .map(person -> new Applicant(person, create(person, sandbox), platforms.get(person.brand())))
                .toList();
        applicants.forEach(
                applicant -> applicant.person().faults().forEach(fault -> inject(fault, applicant.userId(), sandbox)));
        return new Applicants(sandbox, tasks, applicants);
    }

    private static String create(Person person, Http sandbox) {
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
                        person.persona().hasClosedDms() ? "nobody" : "everyone",
                        person.persona() == Persona.IS_SUSPENDED));
        assertThat(made.status()).as("POST /sandbox/users: %s", made.body()).isEqualTo(201);
        return made.text("/id");
    }

    private static void inject(XFault fault, String userId, Http sandbox) {
        Answer injected = sandbox.post(
                "/sandbox/faults", String.format(Locale.ROOT, """
                {"name": "%s", "count": 1, "delay_ms": %d, "for_user": "%s"}""", fault.name(), fault.delayMillis(), userId));
        assertThat(injected.status())
                .as("POST /sandbox/faults: %s", injected.body())
                .isEqualTo(201);
    }

    public Collection<Applicant> applicants() {
        return applicants;
    }

    /** Starts the verification of the person of this number. */
    public void starts(int number) {
        applicants.get(number).starts();
    }

    /** Delivers a message to its reader. */
    public void receives(Dm dm) {
        Applicant reader = byUserId.get(dm.to());
        if (reader != null) {
            reader.reads(dm);
            if (reader.person().persona() == Persona.STOPS_AFTER_READING) {
                does(reader, "dms", "{\"text\": \"STOP\"}");
            }
        }
    }

    /** Delivers an event to its person, who may follow or decline when asked to follow. */
    public void handles(RecordedEvent event) {
        if (event.isTerminal()) {
            ended.incrementAndGet();
        }
        String userId = Objects.requireNonNullElse(event.userId(), "");
        Applicant applicant = byUserId.get(userId);
        if (event.name().equals("UserActionAwaited") && applicant != null) {
            switch (applicant.person().persona()) {
                case FOLLOWS_WHEN_ASKED -> does(applicant, "follow", "");
                case REFUSES_WHEN_ASKED -> does(applicant, "dms", "{\"text\": \"Nein, das war ich nicht\"}");
                default -> {}
            }
        }
    }

    /** Acts on X as the person. */
    private void does(Applicant applicant, String action, String json) {
        String path = "/sandbox/users/" + applicant.userId() + "/" + action + "?brand="
                + applicant.person().brand().id();
        tasks.now(() -> assertThat(sandbox.post(path, json).status() / 100).isEqualTo(2));
    }

    /** The number of terminal events so far. */
    public int ended() {
        return ended.get();
    }

    /** Reads the state of every verification. */
    public void readStates() {
        applicants.stream()
                .filter(applicant -> applicant.verification().isPresent())
                .forEach(Applicant::readsState);
    }
}
