package com.dmverify.api.tenant;

import com.dmverify.api.policy.Policies;
import com.dmverify.schemas.TopicNames;
import com.dmverify.schemas.TopicSpec;
import com.dmverify.schemas.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whose commands are read from which topic. The tenant follows from the topic, never from a record, so that Kafka's ACLs decide
 * who speaks for whom. The only tenant of a deployment has the shared topics; with several, each has topics of its own, and the
 * shared topic of commands is not read.
 */
public final class KafkaTenants {

    private final Map<String, Speaker> byCommandTopic = new LinkedHashMap<>();
    private final Map<String, List<TopicSpec>> topics = new LinkedHashMap<>();
    private final Map<String, String> ownEventTopics = new LinkedHashMap<>();

    /**
     * Who speaks in a topic of commands.
     *
     * @param caller the tenant; without scopes, because what can be asked through Kafka needs none
     * @param answers the topic where its services read what came of it
     */
    public record Speaker(Caller caller, String answers) {}

    KafkaTenants(TenantProperties properties, Accounts accounts, Policies policies, TopicNames names) {
        boolean shared = properties.tenants().size() == 1;
        properties.kafkaTenants().forEach((tenant, settings) -> {
            TopicSpec commands = topic(Topics.VERIFICATION_COMMANDS, tenant, shared);
            TopicSpec events = topic(Topics.VERIFICATION_EVENTS, tenant, shared);
            topics.put(
                    tenant,
                    List.of(
                            commands,
                            topic(Topics.VERIFICATION_COMMANDS + Topics.RETRY, tenant, shared),
                            topic(Topics.VERIFICATION_COMMANDS + Topics.DLT, tenant, shared),
                            events));
            Caller caller = new Caller(
                    tenant,
                    accounts.named(settings.account()),
                    Set.of(),
                    "",
                    settings.kafkaTest(),
                    policies.named(settings.policy()));
            String answers = names.of(events.name());
            byCommandTopic.put(names.of(commands.name()), new Speaker(caller, answers));
            if (!shared) {
                ownEventTopics.put(tenant, answers);
            }
        });
    }

    private static TopicSpec topic(String name, String tenant, boolean shared) {
        return shared ? Topics.spec(name) : Topics.ofTenant(name, tenant);
    }

    /** The topics that are read, as they are on the broker. */
    public List<String> commandTopics() {
        return List.copyOf(byCommandTopic.keySet());
    }

    /** The topics of what is tried again, as they are on the broker. */
    public List<String> retryTopics() {
        return commandTopics().stream().map(topic -> topic + Topics.RETRY).toList();
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
        Speaker speaker = byCommandTopic.get(commands);
        if (speaker == null) {
            throw new IllegalArgumentException("No tenant speaks in " + topic);
        }
        return speaker;
    }

    /** The topics of events that are a tenant's own, by tenant, as they are on the broker. */
    Map<String, String> ownEventTopics() {
        return Map.copyOf(ownEventTopics);
    }

    /** The topics through which this tenant speaks, without the prefix; none if it does not speak Kafka. */
    public List<TopicSpec> topicsOf(String tenant) {
        return topics.getOrDefault(tenant, List.of());
    }

    /** Every topic of the tenants, without the prefix. */
    List<TopicSpec> topics() {
        return topics.values().stream().flatMap(List::stream).toList();
    }
}
