package com.dmverify.sandbox.error;

/** Replaces the {@code %s} of a text by arguments. */
final class MessageTemplate {

    private MessageTemplate() {}

    static String fill(String text, Object... arguments) {
        String filled = text;
        for (Object argument : arguments) {
            int place = filled.indexOf("%s");
            if (place >= 0) {
                filled = filled.substring(0, place) + argument + filled.substring(place + 2);
            }
        }
        return filled;
    }
}
