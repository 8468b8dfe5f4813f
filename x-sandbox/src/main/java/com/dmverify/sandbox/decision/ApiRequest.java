package com.dmverify.sandbox.decision;

import com.dmverify.sandbox.access.Caller;
import com.dmverify.sandbox.fault.FaultTarget;
import com.dmverify.sandbox.http.Call;
import com.dmverify.sandbox.message.Draft;
import com.dmverify.sandbox.person.Person;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call that passes X's checks; each check may use the results of earlier ones. */
public final class ApiRequest implements FaultTarget {

    private final Call call;
    private final Endpoint endpoint;
    private final @Nullable DraftReader reader;
    private @Nullable Caller caller;
    private @Nullable Draft draft;
    private List<Person> recipients = List.of();
    private Map<String, String> limitHeaders = Map.of();

    ApiRequest(Call call, Endpoint endpoint, @Nullable DraftReader reader) {
        this.call = call;
        this.endpoint = endpoint;
        this.reader = reader;
    }

    public Call call() {
        return call;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    DraftReader reader() {
        return found(reader);
    }

    boolean isMessage() {
        return reader != null;
    }

    public Caller caller() {
        return found(caller);
    }

    public Person me() {
        return caller().me();
    }

    void caller(Caller found) {
        caller = found;
    }

    @Nullable
    Caller callerIfKnown() {
        return caller;
    }

    public Draft draft() {
        return found(draft);
    }

    void draft(Draft found) {
        draft = found;
    }

    public List<Person> recipients() {
        return recipients;
    }

    void recipients(List<Person> found) {
        recipients = found;
    }

    Map<String, String> limitHeaders() {
        return limitHeaders;
    }

    void limitHeaders(Map<String, String> headers) {
        limitHeaders = headers;
    }

    @Override
    public boolean sends() {
        return endpoint.sendsDm();
    }

    @Override
    public boolean isAbout(long userId) {
        return CallParticipants.user(call, userId);
    }

    private static <T> T found(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("read before the check that sets it");
        }
        return value;
    }
}
