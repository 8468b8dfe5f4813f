package com.dmverify.sandbox.person;

import java.time.Instant;

/**
 * A user account of X.
 *
 * @param id unsigned with up to 19 digits, so a string in v2
 * @param name the display name
 * @param closed "protected" in X's words
 */
public record Person(
        long id,
        Username username,
        String name,
        DmSetting dmSetting,
        boolean suspended,
        boolean verified,
        boolean closed,
        Instant createdAt) {

    public static Person of(long id, String username, Instant createdAt) {
        return new Person(id, new Username(username), username, DmSetting.EVERYONE, false, false, false, createdAt);
    }

    public String idText() {
        return Long.toString(id);
    }

    public String handle() {
        return username.value();
    }

    public Person called(String newUsername) {
        String newName = name.equals(handle()) ? newUsername : name;
        return new Person(id, new Username(newUsername), newName, dmSetting, suspended, verified, closed, createdAt);
    }

    public Person named(String newName) {
        return new Person(id, username, newName, dmSetting, suspended, verified, closed, createdAt);
    }

    public Person withDmSetting(DmSetting setting) {
        return new Person(id, username, name, setting, suspended, verified, closed, createdAt);
    }

    public Person withSuspended(boolean isSuspended) {
        return new Person(id, username, name, dmSetting, isSuspended, verified, closed, createdAt);
    }

    public Person withVerified(boolean isVerified) {
        return new Person(id, username, name, dmSetting, suspended, isVerified, closed, createdAt);
    }

    public Person withClosed(boolean isClosed) {
        return new Person(id, username, name, dmSetting, suspended, verified, isClosed, createdAt);
    }
}
