package com.dmverify.api.outbox;

import com.dmverify.schemas.TopicNames;
import com.dmverify.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where this service's records go.
 *
 * @param names as the deployment has them
 * @param own the topics of tenants that have one of their own, by tenant, as they are on the broker at this moment
 */
public record EventTopics(TopicNames names, Supplier<Map<String, String>> own) {

    /** With own topics that do not change. */
    public EventTopics(TopicNames names, Map<String, String> own) {
        this(names, () -> own);
    }

    /** The topics of the events of this tenant: the one with the events of all comes first. */
    List<String> ofEvents(String tenant) {
        String all = names.of(Topics.VERIFICATION_EVENTS);
        String its = own.get().get(tenant);
        return its == null ? List.of(all) : List.of(all, its);
    }

    String ofOrders() {
        return names.of(Topics.VERIFICATION_REQUESTED);
    }

    String ofOptOuts() {
        return names.of(Topics.OPT_OUTS);
    }

    String ofSwitches() {
        return names.of(Topics.SWITCHES);
    }
}
