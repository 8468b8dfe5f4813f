package com.dmverify.promises.crowd;

import com.dmverify.allinone.Http.Answer;
import com.dmverify.promises.evidence.Dm;
import com.dmverify.promises.plan.Person;
import com.dmverify.promises.plan.Persona;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** A person in front of the platform, and what the platform was told of them. Thread-safe. */
public final class Applicant {

    private static final int MANY = 7;

    private final Person person;
    private final String userId;
    private final Door door;
    private final CompletableFuture<String> verification = new CompletableFuture<>();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** @param userId on X; empty for nobody */
    Applicant(Person person, String userId, Door door) {
        this.person = person;
        this.userId = userId;
        this.door = door;
    }

    public Person person() {
        return person;
    }

    public String userId() {
        return userId;
    }

    /** Of the verification, once the platform has heard that it began. */
    public Optional<String> verification() {
        return Optional.ofNullable(verification.getNow(null));
    }

    /** The ends that the platform was told of in answers: the names of the events that say the same. */
    public Set<String> told() {
        return told;
    }

    void asks() {
        String target = person.byUserId()
                ? String.format(Locale.ROOT, "{\"user_id\": \"%s\"}", userId)
                : String.format(Locale.ROOT, "{\"handle\": \"@%s\"}", person.handle());
        // The same request again is the same verification, also after a lost answer.
        door.post(
                "/v1/verifications",
                "{\"target\": " + target + "}",
                this::isAccepted,
                "Idempotency-Key",
                "promises-" + person.number());
    }

    private void isAccepted(Answer answer) {
        if (answer.status() != 202 && answer.status() != 200) {
            throw new AssertionError(String.format(Locale.ROOT, "%s was answered %s", person, answer));
        }
        verification.complete(answer.text("/id"));
        if (person.persona() == Persona.THINKS_BETTER_OF_IT) {
            cancels();
        }
    }

    /** Reads a message, also one that came before the answer to the question. */
    void reads(Dm dm) {
        if (!dm.code().isEmpty()) {
            var _ = verification.thenAccept(_ -> actsOn(Integer.parseInt(dm.code())));
        }
    }

    private void actsOn(int code) {
        switch (person.persona()) {
            case TYPES_THE_CODE, FOLLOWS_WHEN_ASKED -> types(code);
            case MISTYPES_FIRST -> {
                types(code + 1);
                types(code);
            }
            case GUESSES_WILDLY -> {
                for (int i = 1; i <= MANY; i++) {
                    types(code + i);
                }
            }
            case CANCELS_AFTER_READING -> cancels();
            default -> {}
        }
    }

    private void types(int code) {
        String body = String.format(Locale.ROOT, "{\"code\": \"%06d\"}", Math.floorMod(code, 1_000_000));
        door.post(path() + "/checks", body, this::hears);
    }

    private void cancels() {
        door.post(path() + "/cancel", "", this::hears);
    }

    /** Asks how it ended. */
    void looks() {
        door.get(path(), this::hears);
    }

    private String path() {
        return "/v1/verifications/" + verification.join();
    }

    private void hears(Answer answer) {
        Ending.in(answer).ifPresent(told::add);
    }
}
