package com.dmverify.sandbox.decision;

import com.dmverify.sandbox.fault.FaultName;
import com.dmverify.sandbox.fault.Faults;
import com.dmverify.sandbox.message.WritingRules;
import com.dmverify.sandbox.people.People;
import com.dmverify.sandbox.people.Person;
import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.wire.Generation;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What X asks about a DM once the call itself is in order. */
@Component
class MessageCheck {

    private final People people;
    private final WritingRules rules;
    private final Faults faults;

    MessageCheck(People people, WritingRules rules, Faults faults) {
        this.people = people;
        this.rules = rules;
        this.faults = faults;
    }

    /** Also of calls that send nothing: a suspended account is refused whatever it asks for. */
    void senderIsNotSuspended(Attempt attempt) {
        Person user = attempt.caller().user();
        if (faults.take(FaultName.SENDER_SUSPENDED, attempt).isPresent() || (user != null && user.suspended())) {
            throw Refused.because(Refusal.SENDER_SUSPENDED);
        }
    }

    void sender(Attempt attempt) {
        if (faults.take(FaultName.LOCKED_326, attempt).isPresent()) {
            throw Refused.because(Refusal.SENDER_LOCKED);
        }
        if (faults.take(FaultName.AUTOMATED_226, attempt).isPresent()) {
            throw Refused.because(Refusal.LOOKS_AUTOMATED);
        }
    }

    void body(Attempt attempt) {
        attempt.draft(attempt.reader().read(attempt));
    }

    void recipientsExist(Attempt attempt) {
        List<Person> found = new ArrayList<>();
        for (long id : attempt.draft().recipients()) {
            found.add(people.byId(id).orElseThrow(() -> unknown(attempt, id)));
        }
        attempt.recipients(found);
    }

    void recipientsState(Attempt attempt) {
        for (Person recipient : attempt.recipients()) {
            if (recipient.suspended()) {
                throw Refused.because(Refusal.USER_SUSPENDED, recipient.idText());
            }
        }
    }

    void mayWrite(Attempt attempt) {
        for (Person recipient : attempt.recipients()) {
            switch (rules.mayWrite(attempt.me(), recipient)) {
                case YES -> {}
                case NOT_FOLLOWING -> throw Refused.because(Refusal.NOT_FOLLOWING);
                case CLOSED -> throw Refused.because(Refusal.CANNOT_MESSAGE);
            }
        }
    }

    private static Refused unknown(Attempt attempt, long id) {
        if (attempt.call().generation() == Generation.V1) {
            return Refused.because(Refusal.USER_NOT_FOUND);
        }
        return Refused.invalid(
                "participant_id",
                Long.toString(id),
                "The `participant_id` path parameter value [" + id + "] is not valid");
    }
}
