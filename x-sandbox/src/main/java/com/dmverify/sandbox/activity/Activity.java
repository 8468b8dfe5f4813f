package com.dmverify.sandbox.activity;

import com.dmverify.sandbox.message.DirectMessage;
import com.dmverify.sandbox.person.Person;
import java.util.List;
import java.util.stream.Stream;

/** An activity of a user. */
sealed interface Activity {

    /** The users whose subscribers get the activity. */
    List<Long> concerned();

    /** The other user of the activity. */
    default long otherThan(long user) {
        return concerned().stream().filter(id -> id != user).findFirst().orElse(user);
    }

    /** The event type in the X Activity API for this user. */
    String typeFor(long user);

    /** A DM was accepted. */
    record MessageCreated(DirectMessage message, Person sender, List<Person> recipients) implements Activity {

        @Override
        public List<Long> concerned() {
            return Stream.concat(Stream.of(sender.id()), recipients.stream().map(Person::id))
                    .distinct()
                    .toList();
        }

        @Override
        public String typeFor(long user) {
            return user == sender.id() ? "dm.sent" : "dm.received";
        }
    }

    /** A user read the messages up to one. */
    record MessagesRead(Person reader, Person writer, long lastId) implements Activity {

        @Override
        public List<Long> concerned() {
            return List.of(reader.id(), writer.id());
        }

        @Override
        public String typeFor(long user) {
            return "dm.read";
        }
    }

    /** A user is typing. */
    record TypingIndicated(Person writer, Person reader) implements Activity {

        @Override
        public List<Long> concerned() {
            return List.of(writer.id(), reader.id());
        }

        @Override
        public String typeFor(long user) {
            return "dm.indicate_typing";
        }
    }

    /** A follow or block began or ended. */
    record RelationshipChanged(RelationshipKind kind, boolean begins, Person source, Person target)
            implements Activity {

        @Override
        public List<Long> concerned() {
            return kind == RelationshipKind.BLOCK ? List.of(source.id()) : List.of(source.id(), target.id());
        }

        /** The other user of the relationship; a blocked user gets no delivery. */
        @Override
        public long otherThan(long user) {
            return user == source.id() ? target.id() : source.id();
        }

        @Override
        public String typeFor(long user) {
            return kind.wireName() + '.' + verb();
        }

        String verb() {
            return (begins ? "" : "un") + kind.wireName();
        }
    }

    /** A user revoked an app's access. */
    record AccessRevoked(Person user, String appId) implements Activity {

        @Override
        public List<Long> concerned() {
            return List.of(user.id());
        }

        @Override
        public String typeFor(long subscriber) {
            return "oauth.revoke";
        }
    }

    /** The kinds of relationships. */
    enum RelationshipKind {
        FOLLOW("follow"),
        BLOCK("block");

        private final String word;

        RelationshipKind(String word) {
            this.word = word;
        }

        String wireName() {
            return word;
        }
    }
}
