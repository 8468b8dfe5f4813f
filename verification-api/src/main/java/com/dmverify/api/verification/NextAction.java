package com.dmverify.api.verification;

/**
 * What the user can do before X lets our message through.
 *
 * @param type {@code follow} or {@code write}
 * @param url where the user does it
 * @param text what a platform may show, in the language of the verification
 */
public record NextAction(String type, String url, String text) {

    /** The word by which a person asks for our message; the same in every language. */
    private static final String START = "START";

    /**
     * X delivers to people who follow the sender, whatever their settings. Source: X's help page on Direct Messages; the
     * link is X's web intent.
     */
    public static NextAction follow(SendingAccount brand, String locale) {
        return new NextAction(
                "follow",
                "https://x.com/intent/follow?screen_name=" + brand.handle().value(),
                NextActionTexts.of(locale).follow(brand.handle(), START));
    }

    /** X delivers to people who wrote to the sender. The link is X's composer with the word in it. */
    public static NextAction write(SendingAccount brand, String locale) {
        return new NextAction(
                "write",
                "https://x.com/messages/compose?recipient_id=" + brand.userId().value() + "&text=" + START,
                NextActionTexts.of(locale).write(brand.handle(), START));
    }
}
