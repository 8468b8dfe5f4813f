package com.dmverify.api.erase;

import com.dmverify.api.erase.ErasureResource.Remaining;
import com.dmverify.api.tenant.KafkaTenants;
import com.dmverify.schemas.TopicNames;
import com.dmverify.schemas.TopicSpec;
import com.dmverify.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which topics hold something of a person after an erase, by the retention that is declared for them. */
@Component
class RemainingTopics {

    private static final String ORDER = "handle, numeric id and purpose, in orders to send a message";
    private static final String REPORT = "handle and numeric id, in reports about messages";
    private static final String ACTIVITY = "numeric id, and what the person wrote to the account, without codes";
    private static final String EVENT = "handle, numeric id, reference and metadata, in events";
    private static final String COMMAND = "what your commands said: handle or numeric id, reference, metadata";
    private static final String OPT_OUT = "account, numeric id, state and time of an opt-out, if there is one";

    private final KafkaTenants tenants;
    private final TopicNames names;
    private final Clock clock;

    RemainingTopics(KafkaTenants tenants, TopicNames names, Clock clock) {
        this.tenants = tenants;
        this.names = names;
        this.clock = clock;
    }

    /** What the topics hold now of these tenants' verifications. */
    List<Remaining> now(Collection<String> of) {
        return Stream.of(
                        Stream.concat(
                                        of.stream().flatMap(tenant -> tenants.topicsOf(tenant).stream()),
                                        Stream.of(Topics.spec(Topics.VERIFICATION_EVENTS)))
                                .distinct()
                                .map(this::spoken),
                        read(Topics.VERIFICATION_REQUESTED, ORDER),
                        read(Topics.DM_ATTEMPTED, REPORT),
                        read(Topics.X_ACTIVITY, ACTIVITY),
                        Stream.of(topic(Topics.OPT_OUTS, OPT_OUT)))
                .flatMap(topics -> topics)
                .toList();
    }

    /** A topic with its retry topic and its dead letters. */
    private Stream<Remaining> read(String topic, String holds) {
        return Stream.of(topic, topic + Topics.RETRY, topic + Topics.DLT).map(name -> topic(name, holds));
    }

    private Remaining spoken(TopicSpec topic) {
        return topic(topic, topic.name().startsWith(Topics.VERIFICATION_COMMANDS) ? COMMAND : EVENT);
    }

    private Remaining topic(String name, String holds) {
        return topic(Topics.spec(name), holds);
    }

    private Remaining topic(TopicSpec topic, String holds) {
        @Nullable Duration retention = topic.retention();
        return new Remaining(
                names.of(topic.name()),
                holds,
                retention == null ? null : clock.instant().plus(retention));
    }
}
