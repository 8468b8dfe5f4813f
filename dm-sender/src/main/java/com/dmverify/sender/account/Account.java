package com.dmverify.sender.account;

import com.dmverify.codes.CodeFingerprints;
import com.dmverify.x.UserId;
import org.jspecify.annotations.Nullable;

/**
 * An X account that we send with.
 *
 * @param name in the configuration and in the events
 * @param persona who it is
 * @param breaker open while X lets the account send nothing
 * @param suspicion whose fault a refusal is that does not say so
 */
public record Account(
        String name, Persona persona, Allowances allowances, XDoors x, Breaker breaker, Suspicion suspicion) {

    /** With no refusal to explain. */
    public Account(String name, Persona persona, Allowances allowances, XDoors x, Breaker breaker) {
        this(name, persona, allowances, x, breaker, new Suspicion(System::nanoTime));
    }

    /** X took a call for this person, or refused it because of this person: the account is in order. */
    public void works(UserId person) {
        breaker.close();
        suspicion.accepted(person);
    }

    /**
     * Who speaks.
     *
     * @param brand as the reader of a message knows the sender
     * @param userId X's id of the account itself: who wrote, in a conversation
     * @param digits by which we know our own messages in what webhooks tell; null without the app's secret
     */
    public record Persona(
            String brand, UserId userId, @Nullable CodeFingerprints digits) {}
}
