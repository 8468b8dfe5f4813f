package com.dmverify.api.tenant;

import com.dmverify.api.policy.Policies;
import com.dmverify.schemas.TopicNames;
import com.dmverify.schemas.TopicSpec;
import com.dmverify.schemas.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whose commands are read from which topic. The tenant follows from the topic, never from a record, so that Kafka's ACLs decide
 * who speaks for whom. The only tenant of a deployment has the shared topics; with several, each has topics of its own, and the
 * shared topic of commands is not read.
 *
 * <p>Tenants that come later are offered, and adopted when their topics are there. Thread-safe.
 */
public final class KafkaTenants {

    private final Accounts accounts;
    private final Policies policies;
    private final TopicNames names;
    private volatile State current;
    private volatile State offered;

    /**
     * Who speaks in a topic of commands.
     *
     * @param caller the tenant; without scopes, because what can be asked through Kafka needs none
     * @param answers the topic where its services read what came of it
     */
    public record Speaker(Caller caller, String answers) {}

    /**
     * All that follows from a configuration.
     *
     * @param byCommandTopic as it is on the broker
     * @param topics of each tenant, without the prefix
     * @param ownEventTopics of each tenant that has one, as it is on the broker
     */
    private record State(
            Map<String, Speaker> byCommandTopic,
            Map<String, List<TopicSpec>> topics,
            Map<String, String> ownEventTopics) {}

    KafkaTenants(Map<String, TenantProperties.Tenant> tenants, Accounts accounts, Policies policies, TopicNames names) {
        this.accounts = accounts;
        this.policies = policies;
        this.names = names;
        this.current = read(tenants);
        this.offered = current;
    }

    /**
     * Other tenants, which count when they are adopted.
     *
     * @throws IllegalArgumentException if they are not possible; then nothing changes
     */
    void offer(Map<String, TenantProperties.Tenant> tenants) {
        State next = read(tenants);
        offered = next.equals(current) ? current : next;
    }

    /** The topics of tenants that are not adopted yet, without the prefix; empty if all are. */
    @SuppressWarnings("ReferenceEquality") // what is equal is the same object
    public Optional<List<TopicSpec>> offered() {
        State next = offered;
        return next == current ? Optional.empty() : Optional.of(topics(next));
    }

    /** From now on the tenants that were offered last count. */
    public void adopt() {
        current = offered;
    }

    private State read(Map<String, TenantProperties.Tenant> tenants) {
        boolean shared = tenants.size() == 1;
        Map<String, Speaker> byCommandTopic = new LinkedHashMap<>();
        Map<String, List<TopicSpec>> topics = new LinkedHashMap<>();
        Map<String, String> ownEventTopics = new LinkedHashMap<>();
        new TreeMap<>(tenants).forEach((tenant, settings) -> {
            if (settings.kafka() == null ? shared : settings.kafka()) {
                TopicSpec commands = topic(Topics.VERIFICATION_COMMANDS, tenant, shared);
                TopicSpec events = topic(Topics.VERIFICATION_EVENTS, tenant, shared);
                topics.put(
                        tenant,
                        List.of(
                                commands,
                                topic(Topics.VERIFICATION_COMMANDS + Topics.RETRY, tenant, shared),
                                topic(Topics.VERIFICATION_COMMANDS + Topics.DLT, tenant, shared),
                                events));
                String answers = names.of(events.name());
                byCommandTopic.put(names.of(commands.name()), new Speaker(caller(tenant, settings), answers));
                if (!shared) {
                    ownEventTopics.put(tenant, answers);
                }
            }
        });
        return new State(byCommandTopic, topics, ownEventTopics);
    }

    private Caller caller(String tenant, TenantProperties.Tenant settings) {
        return new Caller(
                tenant,
                accounts.named(settings.account()),
                Set.of(),
                "",
                settings.kafkaTest(),
                policies.named(settings.policy()));
    }

    private static TopicSpec topic(String name, String tenant, boolean shared) {
        return shared ? Topics.spec(name) : Topics.ofTenant(name, tenant);
    }

    /** The topics that are read, as they are on the broker. */
    public List<String> commandTopics() {
        return List.copyOf(current.byCommandTopic().keySet());
    }

    /**
     * Who speaks in this topic.
     *
     * @param topic of commands, or its retry topic, as it is on the broker
     * @throws IllegalArgumentException if it is none that is read
     */
    public Speaker speaker(String topic) {
        String commands =
                topic.endsWith(Topics.RETRY) ? topic.substring(0, topic.length() - Topics.RETRY.length()) : topic;
        Speaker speaker = current.byCommandTopic().get(commands);
        if (speaker == null) {
            throw new IllegalArgumentException("No tenant speaks in " + topic);
        }
        return speaker;
    }

    /** The topics of events that are a tenant's own, by tenant, as they are on the broker. */
    Map<String, String> ownEventTopics() {
        return current.ownEventTopics();
    }

    /** The topics through which this tenant speaks, without the prefix; none if it does not speak Kafka. */
    public List<TopicSpec> topicsOf(String tenant) {
        return current.topics().getOrDefault(tenant, List.of());
    }

    /** Every topic of the tenants, without the prefix. */
    List<TopicSpec> topics() {
        return topics(current);
    }

    private static List<TopicSpec> topics(State state) {
        return state.topics().values().stream().flatMap(List::stream).toList();
    }
}
