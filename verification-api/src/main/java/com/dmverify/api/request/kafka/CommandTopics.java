package com.dmverify.api.request.kafka;

import com.dmverify.api.tenant.KafkaTenants;
import com.dmverify.schemas.TopicNames;
import com.dmverify.schemas.TopicSpec;
import com.dmverify.schemas.Topics;
import com.dmverify.support.topic.TopicCreation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.KafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.config.MethodKafkaListenerEndpoint;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.messaging.handler.annotation.support.DefaultMessageHandlerMethodFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has the listener read the command topics of all tenants. When tenants came or went, their topics are created where they are
 * missing, and the listener goes on with the topics of today; what it had under way is finished before. While Kafka is away,
 * the tenants from before stay, and the next look tries again.
 */
@Component
class CommandTopics implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CommandTopics.class);
    private static final String LISTENER = "verification-api.commands";
    private static final String GROUP = "verification-api-commands";
    private static final String RETRY = "-retry";

    private final KafkaTenants tenants;
    private final CommandListener listener;
    private final TopicCreation topics;
    private final TopicNames names;
    private final KafkaListenerEndpointRegistry registry;
    private final KafkaListenerContainerFactory<?> containers;
    private final DefaultMessageHandlerMethodFactory methods = new DefaultMessageHandlerMethodFactory();
    private volatile boolean running;

    CommandTopics(
            KafkaTenants tenants,
            CommandListener listener,
            TopicCreation topics,
            TopicNames names,
            KafkaListenerEndpointRegistry registry,
            KafkaListenerContainerFactory<?> containers) {
        this.tenants = tenants;
        this.listener = listener;
        this.topics = topics;
        this.names = names;
        this.registry = registry;
        this.containers = containers;
        methods.afterPropertiesSet();
    }

    /** Once the topics of the start are there. */
    @Override
    public void start() {
        read();
        running = true;
    }

    /** Takes the tenants that came or went, if any. */
    @Scheduled(fixedDelayString = "${dm-verify.tenants-file.look-every:5s}")
    synchronized void look() {
        if (running) {
            tenants.offered().ifPresent(this::change);
        }
    }

    private void change(List<TopicSpec> offered) {
        try {
            topics.createMore(offered);
        } catch (ExecutionException e) {
            LOG.atWarn().addKeyValue("reason", String.valueOf(e.getCause())).log("command_topics.not_created_yet");
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        forget(LISTENER);
        forget(LISTENER + RETRY);
        tenants.adopt();
        read();
        LOG.atInfo().addKeyValue("topics", tenants.commandTopics()).log("command_topics.changed");
    }

    private void read() {
        List<String> commands = tenants.commandTopics();
        if (!commands.isEmpty()) {
            register("", commands, null, method("on", List.class));
            register(
                    RETRY,
                    commands.stream().map(topic -> topic + Topics.RETRY).toList(),
                    "MANUAL",
                    method("onAgain", List.class, Acknowledgment.class));
        }
    }

    private void register(String suffix, List<String> read, @Nullable String ackMode, Method method) {
        MethodKafkaListenerEndpoint<String, byte[]> endpoint = new MethodKafkaListenerEndpoint<>();
        endpoint.setId(LISTENER + suffix);
        endpoint.setGroupId(names.of(GROUP + suffix));
        endpoint.setTopics(read.toArray(String[]::new));
        if (ackMode != null) {
            endpoint.setAckMode(ackMode);
        }
        endpoint.setBean(listener);
        endpoint.setMethod(method);
        endpoint.setMessageHandlerMethodFactory(methods);
        registry.registerListenerContainer(endpoint, containers, true);
    }

    private void forget(String id) {
        MessageListenerContainer container = registry.unregisterListenerContainer(id);
        if (container != null) {
            container.stop();
        }
    }

    private static Method method(String name, Class<?>... parameters) {
        try {
            return CommandListener.class.getDeclaredMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Before the listeners stop. */
    @Override
    public synchronized void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
