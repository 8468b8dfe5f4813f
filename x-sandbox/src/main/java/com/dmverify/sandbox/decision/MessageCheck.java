package com.dmverify.sandbox.decision;

import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.fault.FaultName;
import com.dmverify.sandbox.fault.Faults;
import com.dmverify.sandbox.http.ApiVersion;
import com.dmverify.sandbox.message.DmRules;
import com.dmverify.sandbox.person.People;
import com.dmverify.sandbox.person.Person;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Checks a DM after the call itself is accepted. */
@Component
class MessageCheck {

    private final People people;
    private final DmRules rules;
    private final Faults faults;

    MessageCheck(People people, DmRules rules, Faults faults) {
        this.people = people;
        this.rules = rules;
        this.faults = faults;
    }

    /** Applies to every call: X rejects all calls of a suspended account. */
    void senderIsNotSuspended(ApiRequest request) {
        Person user = request.caller().user();
        if (faults.take(FaultName.SENDER_SUSPENDED, request).isPresent() || (user != null && user.suspended())) {
            throw ApiException.of(ApiError.SENDER_SUSPENDED);
        }
    }

    void sender(ApiRequest request) {
        if (faults.take(FaultName.LOCKED_326, request).isPresent()) {
            throw ApiException.of(ApiError.SENDER_LOCKED);
        }
        if (faults.take(FaultName.AUTOMATED_226, request).isPresent()) {
            throw ApiException.of(ApiError.LOOKS_AUTOMATED);
        }
    }

    void body(ApiRequest request) {
        request.draft(request.reader().read(request));
    }

    void recipientsExist(ApiRequest request) {
        List<Person> found = new ArrayList<>();
        for (long id : request.draft().recipients()) {
            found.add(people.byId(id).orElseThrow(() -> unknown(request, id)));
        }
        request.recipients(found);
    }

    void recipientsState(ApiRequest request) {
        for (Person recipient : request.recipients()) {
            if (recipient.suspended()) {
                throw ApiException.of(ApiError.USER_SUSPENDED, recipient.idText());
            }
        }
    }

    void mayWrite(ApiRequest request) {
        for (Person recipient : request.recipients()) {
            switch (rules.mayWrite(request.me(), recipient)) {
                case ALLOWED -> {}
                case NOT_FOLLOWING -> throw ApiException.of(ApiError.NOT_FOLLOWING);
                case CLOSED -> throw ApiException.of(ApiError.CANNOT_MESSAGE);
            }
        }
    }

    private static ApiException unknown(ApiRequest request, long id) {
        if (request.call().apiVersion() == ApiVersion.V1) {
            return ApiException.of(ApiError.USER_NOT_FOUND);
        }
        return ApiException.invalid(
                "participant_id",
                Long.toString(id),
                "The `participant_id` path parameter value [" + id + "] is not valid");
    }
}
