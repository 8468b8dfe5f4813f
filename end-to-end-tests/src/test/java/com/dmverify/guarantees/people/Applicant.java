package com.dmverify.guarantees.people;

import com.dmverify.cli.story.Http.Answer;
import com.dmverify.guarantees.evidence.Dm;
import com.dmverify.guarantees.plan.Person;
import com.dmverify.guarantees.plan.Persona;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** A person whose account a platform verifies, and the ends that the platform read. Thread-safe. */
public final class Applicant {

    private static final int MANY = 7;

    private final Person person;
    private final String userId;
    private final PlatformClient platform;
    private final CompletableFuture<String> verification = new CompletableFuture<>();
    private final Set<String> reportedEnds = ConcurrentHashMap.newKeySet();

    /** @param userId on X; empty if the person has no account */
    Applicant(Person person, String userId, PlatformClient platform) {
        this.person = person;
        this.userId = userId;
        this.platform = platform;
    }

    public Person person() {
        return person;
    }

    public String userId() {
        return userId;
    }

    /** The id of the verification, once the platform has it. */
    public Optional<String> verification() {
        return Optional.ofNullable(verification.getNow(null));
    }

    /** The ends that the platform read in answers, as names of terminal events. */
    public Set<String> reportedEnds() {
        return reportedEnds;
    }

    void starts() {
        String target = person.byUserId()
                ? String.format(Locale.ROOT, "{\"user_id\": \"%s\"}", userId)
                : String.format(Locale.ROOT, "{\"handle\": \"@%s\"}", person.handle());
        // With the same key a repeated request is the same verification, also after a lost answer.
        platform.post(
                "/v1/verifications",
                "{\"target\": " + target + "}",
                this::isAccepted,
                "Idempotency-Key",
                "guarantees-" + person.number());
    }

    private void isAccepted(Answer answer) {
        if (answer.status() != 202 && answer.status() != 200) {
            throw new AssertionError(String.format(Locale.ROOT, "the start for %s was answered %s", person, answer));
        }
        verification.complete(answer.text("/id"));
        if (person.persona() == Persona.CANCELS_AT_ONCE) {
            cancels();
        }
    }

    /** Acts on a message, also on one that arrives before the answer to the start. */
    void reads(Dm dm) {
        if (!dm.code().isEmpty()) {
            var _ = verification.thenAccept(_ -> actsOn(Integer.parseInt(dm.code())));
        }
    }

    private void actsOn(int code) {
        switch (person.persona()) {
            case TYPES_THE_CODE, FOLLOWS_WHEN_ASKED -> types(code);
            case TYPES_A_WRONG_CODE_FIRST -> {
                types(code + 1);
                types(code);
            }
            case GUESSES_WRONG -> {
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
        platform.post(path() + "/checks", body, this::keepEnd);
    }

    private void cancels() {
        platform.post(path() + "/cancel", "", this::keepEnd);
    }

    /** Reads the state of the verification. */
    void readsState() {
        platform.get(path(), this::keepEnd);
    }

    private String path() {
        return "/v1/verifications/" + verification.join();
    }

    private void keepEnd(Answer answer) {
        ReportedEnd.in(answer).ifPresent(reportedEnds::add);
    }
}
