package com.dmverify.sandbox.person;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The users, by id and by handle. A released handle can be taken by another user. */
@Component
public class People {

    private final ConcurrentMap<Long, Person> byId = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<String, Long> byHandle = new ConcurrentSkipListMap<>();
    private final int most;

    People(PersonProperties properties) {
        this.most = properties.most();
    }

    public Optional<Person> byId(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Person> byId(String id) {
        OptionalLong parsed = Ids.parse(id);
        return parsed.isPresent() ? byId(parsed.getAsLong()) : Optional.empty();
    }

    public Optional<Person> byHandle(String handle) {
        if (!Username.isValid(handle)) {
            return Optional.empty();
        }
        Long id = byHandle.get(new Username(handle).key());
        return id == null ? Optional.empty() : byId(id);
    }

    /** Returns false if the handle is taken or there are too many users. */
    public boolean add(Person person) {
        if (byId.size() >= most || byHandle.putIfAbsent(person.username().key(), person.id()) != null) {
            return false;
        }
        byId.put(person.id(), person);
        return true;
    }

    /** Changes a user, also the handle; empty if another user has the new handle. */
    public synchronized Optional<Person> change(Person person, UnaryOperator<Person> change) {
        Person before = byId.getOrDefault(person.id(), person);
        Person after = change.apply(before);
        String oldKey = before.username().key();
        String newKey = after.username().key();
        if (!oldKey.equals(newKey)) {
            if (byHandle.putIfAbsent(newKey, after.id()) != null) {
                return Optional.empty();
            }
            byHandle.remove(oldKey);
        }
        byId.put(after.id(), after);
        return Optional.of(after);
    }

    /** The users whose handle begins with this prefix, in the order of the handles. */
    public Stream<Person> withPrefix(String prefix) {
        String key = prefix.toLowerCase(java.util.Locale.ROOT);
        return byHandle.tailMap(key).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(key))
                .flatMap(entry -> byId(entry.getValue()).stream());
    }

    public int count() {
        return byId.size();
    }

    public int remainingCapacity() {
        return most - byId.size();
    }

    public void clear() {
        byId.clear();
        byHandle.clear();
    }
}
