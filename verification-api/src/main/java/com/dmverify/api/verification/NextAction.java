package com.dmverify.api.verification;

/**
 * What the user can do so that our message reaches them.
 *
 * @param type {@code follow}, {@code write} or {@code check_requests}
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

    /** X puts messages of accounts that a person does not follow among the message requests, without a notice. */
    public static NextAction checkRequests(SendingAccount brand, String locale) {
        return new NextAction(
                "check_requests",
                "https://x.com/messages/requests",
                NextActionTexts.of(locale).requests(brand.handle()));
    }

    /** X delivers to people who wrote to the sender. The link is X's composer with the word in it. */
    public static NextAction write(SendingAccount brand, String locale) {
        return new NextAction(
                "write",
                "https://x.com/messages/compose?recipient_id=" + brand.userId().value() + "&text=" + START,
                NextActionTexts.of(locale).write(brand.handle(), START));
    }
}
