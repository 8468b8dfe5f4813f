package com.dmverify.support.listener;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.event.ConsumerStartedEvent;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.ConsumerStoppedEvent.Reason;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Starts listener containers again that stopped by themselves: spring-kafka stops a consumer for good after an
 * {@link Error}, and a container whose consumers all ended still says that it runs. A container that the application
 * stops stays stopped.
 */
final class ListenerSupervisor implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ListenerSupervisor.class);

    private final Supplier<@Nullable KafkaListenerEndpointRegistry> listeners;
    private final MeterRegistry meters;
    private final ListenerProperties properties;
    private final LongSupplier nanoTime;
    private final Map<String, ListenerState> states = new ConcurrentHashMap<>();
    private final Map<String, Reason> stops = new ConcurrentHashMap<>();
    private final Map<Object, Thread> threads = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService timer;

    ListenerSupervisor(
            Supplier<@Nullable KafkaListenerEndpointRegistry> listeners,
            MeterRegistry meters,
            ListenerProperties properties,
            LongSupplier nanoTime) {
        this.listeners = listeners;
        this.meters = meters;
        this.properties = properties;
        this.nanoTime = nanoTime;
    }

    /** Published by the consumer's own thread. */
    @EventListener
    void on(ConsumerStartedEvent event) {
        threads.put(event.getSource(), Thread.currentThread());
    }

    @EventListener
    void on(ConsumerStoppedEvent event) {
        threads.remove(event.getSource());
        String id = event.getContainer(MessageListenerContainer.class).getListenerId();
        if (event.getReason() != Reason.NORMAL) {
            stops.merge(id, event.getReason(), (before, now) -> before == Reason.ERROR ? before : now);
        }
    }

    /** Looks at each container once. */
    void check() {
        KafkaListenerEndpointRegistry registry = listeners.get();
        if (registry != null) {
            registry.getListenerContainers().forEach(this::check);
        }
    }

    private void check(MessageListenerContainer container) {
        String id = container.getListenerId();
        long now = nanoTime.getAsLong();
        boolean hasLostThread = children(container).stream().anyMatch(this::hasLostItsThread);
        Reason reason = stops.get(id);
        boolean isStopped = hasLostThread
                || (container.isRunning()
                        ? children(container).stream().anyMatch(child -> !child.isRunning())
                        : reason != null);
        if (!isStopped) {
            if (container.isRunning()) {
                states.compute(
                        id,
                        (key, state) -> state == null
                                ? ListenerState.running(now)
                                : state.seenRunning(now, properties.longestBackOff()));
            }
            return;
        }
        ListenerState state = states.getOrDefault(id, ListenerState.running(now))
                .stopped(now, hasLostThread || reason == Reason.ERROR);
        states.put(id, state);
        if (state.isDue(now, properties.firstBackOff(), properties.longestBackOff())) {
            restart(container, state.restarted(now));
        }
    }

    private void restart(MessageListenerContainer container, ListenerState next) {
        String id = container.getListenerId();
        Reason reason = stops.remove(id);
        log.atWarn()
                .addKeyValue("listener", id)
                .addKeyValue("reason", reason)
                .addKeyValue("restarts", next.restarts())
                .log("kafka.listener_restarted");
        children(container).forEach(threads::remove);
        container.stop();
        container.start();
        states.put(id, next);
        meters.counter("kafka.listener.restarts", "listener", id).increment();
    }

    private static List<? extends MessageListenerContainer> children(MessageListenerContainer container) {
        return container instanceof ConcurrentMessageListenerContainer<?, ?> concurrent
                ? concurrent.getContainers()
                : List.of(container);
    }

    private boolean hasLostItsThread(MessageListenerContainer child) {
        Thread thread = threads.get(child);
        return thread != null && child.isRunning() && !thread.isAlive();
    }

    /** By listener id, in alphabetical order. */
    Map<String, ListenerState> states() {
        return new TreeMap<>(states);
    }

    /** Ids of the listeners that died of an {@link Error}, or lost a thread, and were not well for this long. */
    List<String> deadFor(Duration time) {
        long now = nanoTime.getAsLong();
        return states().entrySet().stream()
                .filter(state -> state.getValue().isDead(now, time))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void start() {
        KafkaListenerEndpointRegistry registry = listeners.get();
        if (registry == null || registry.getListenerContainerIds().isEmpty()) {
            return;
        }
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("kafka-listener-supervisor").factory());
        long interval = properties.checkInterval().toMillis();
        var _ = timer.scheduleWithFixedDelay(this::checkSafely, interval, interval, TimeUnit.MILLISECONDS);
    }

    /** A timer never runs a task again that threw. */
    private void checkSafely() {
        try {
            check();
        } catch (RuntimeException | Error e) {
            log.error("kafka.listener_check_failed", e);
        }
    }

    /** Returns when no restart is under way: the listeners are stopped after this. */
    @Override
    public void stop() {
        ScheduledExecutorService running = timer;
        timer = null;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    /** The last to start and the first to stop: after and before the listeners. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
