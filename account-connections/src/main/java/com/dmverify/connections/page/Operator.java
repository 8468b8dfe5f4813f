package com.dmverify.connections.page;

/**
 * Who may use the pages.
 *
 * @param name for HTTP Basic
 * @param password at least 16 characters, better {@code openssl rand -hex 24}
 */
public record Operator(String name, String password) {

    private static final int SHORTEST = 16;

    /** Refuses a short password with {@link IllegalArgumentException}. */
    public Operator {
        if (name.isBlank() || name.contains(":")) {
            throw new IllegalArgumentException("the operator's name is not blank and has no colon");
        }
        if (password.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "set dm-verify.connections.operator.password to at least %d characters".formatted(SHORTEST));
        }
    }

    @Override
    public String toString() {
        return "Operator[name=" + name + ", password masked]";
    }
}
