package com.dmverify.sandbox.activity;

import com.dmverify.sandbox.Resettable;
import com.dmverify.sandbox.access.App;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The subscriptions of all webhooks. */
@Component
@Order(5)
public class Subscriptions implements Resettable {

    private final List<Subscription> all = new CopyOnWriteArrayList<>();

    /** Adds a subscription, which replaces an automatic one. Returns false if there is an equal one. */
    public synchronized boolean add(Subscription subscription) {
        boolean known = all.stream().anyMatch(other -> !other.automatic() && isLike(other, subscription));
        if (known) {
            return false;
        }
        all.removeIf(other -> other.automatic()
                && other.userId() == subscription.userId()
                && Objects.equals(other.webhookId(), subscription.webhookId()));
        return all.add(subscription);
    }

    void addAutomatic(Subscription subscription) {
        all.add(subscription);
    }

    public Optional<Subscription> find(String id) {
        return all.stream().filter(subscription -> subscription.id().equals(id)).findFirst();
    }

    public synchronized void replace(Subscription subscription) {
        all.replaceAll(other -> other.id().equals(subscription.id()) ? subscription : other);
    }

    public List<Subscription> accountActivity(App app) {
        return all.stream()
                .filter(subscription -> !subscription.isXActivity() && subscription.isOf(app))
                .toList();
    }

    public List<Subscription> xActivity(App app) {
        return all.stream()
                .filter(subscription ->
                        subscription.isXActivity() && !subscription.automatic() && subscription.isOf(app))
                .toList();
    }

    /** Returns false if none matched. */
    public boolean remove(Predicate<Subscription> which) {
        return all.removeIf(which);
    }

    /** The subscriptions to this user. */
    List<Subscription> about(long user) {
        return all.stream()
                .filter(subscription -> subscription.userId() == user)
                .toList();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    @Override
    public void reset() {
        all.clear();
    }

    private static boolean isLike(Subscription one, Subscription other) {
        return one.filter().equals(other.filter()) && Objects.equals(one.webhookId(), other.webhookId());
    }
}
