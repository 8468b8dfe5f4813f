package com.dmverify.connections.page;

/**
 * The operator's credentials.
 *
 * @param name for HTTP Basic
 * @param password at least 16 characters that are not easily guessed: {@code openssl rand -hex 24}
 */
public record Operator(String name, String password) {

    /** Refuses a weak password with {@link IllegalArgumentException}, whose message does not quote it. */
    public Operator {
        if (name.isBlank() || name.contains(":")) {
            throw new IllegalArgumentException(
                    "set dm-verify.connections.operator.name to a name that is not blank and has no colon");
        }
        PasswordStrength.weaknessOf(password, name).ifPresent(weakness -> {
            throw new IllegalArgumentException("dm-verify.connections.operator.password " + weakness
                    + ": set it to the output of openssl rand -hex 24");
        });
    }

    @Override
    public String toString() {
        return "Operator[name=" + name + ", password masked]";
    }
}
