package com.dmverify.sandbox.refusal;

/** Puts arguments into the places of a text. */
final class Filled {

    private Filled() {}

    static String in(String text, Object... arguments) {
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
