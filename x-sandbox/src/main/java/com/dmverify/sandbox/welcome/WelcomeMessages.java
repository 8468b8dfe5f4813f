package com.dmverify.sandbox.welcome;

import com.dmverify.sandbox.Resettable;
import com.dmverify.sandbox.person.Snowflakes;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The welcome messages, and the rule of each account. */
@Component
public class WelcomeMessages implements Resettable {

    private static final int MOST = 10_000;

    private final ConcurrentSkipListMap<Long, WelcomeMessage> messages = new ConcurrentSkipListMap<>();
    private final ConcurrentMap<Long, WelcomeRule> rules = new ConcurrentHashMap<>();
    private final Snowflakes ids;
    private final Clock clock;

    WelcomeMessages(Snowflakes ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** Adds a welcome message; empty if there are too many. */
    public Optional<WelcomeMessage> add(long owner, @Nullable String name, String text, Map<String, Object> extras) {
        if (messages.size() >= MOST) {
            return Optional.empty();
        }
        WelcomeMessage message = new WelcomeMessage(ids.next(), owner, name, text, extras, clock.instant());
        messages.put(message.id(), message);
        return Optional.of(message);
    }

    public Optional<WelcomeMessage> find(long owner, long id) {
        return Optional.ofNullable(messages.get(id)).filter(message -> message.owner() == owner);
    }

    public void replace(WelcomeMessage message) {
        messages.replace(message.id(), message);
    }

    /** Removes a welcome message and its rule. */
    public void remove(WelcomeMessage message) {
        messages.remove(message.id());
        rules.values().removeIf(rule -> rule.welcomeMessageId() == message.id());
    }

    /** All welcome messages, newest first. */
    public Collection<WelcomeMessage> all() {
        return messages.descendingMap().values();
    }

    /** Adds a rule; empty if the account has one already. */
    public Optional<WelcomeRule> rule(WelcomeMessage message) {
        WelcomeRule rule = new WelcomeRule(ids.next(), message.owner(), message.id(), clock.instant());
        return rules.putIfAbsent(message.owner(), rule) == null ? Optional.of(rule) : Optional.empty();
    }

    public Optional<WelcomeRule> ruleOf(long owner) {
        return Optional.ofNullable(rules.get(owner));
    }

    public void removeRule(WelcomeRule rule) {
        rules.remove(rule.owner(), rule);
    }

    @Override
    public void reset() {
        messages.clear();
        rules.clear();
    }
}
