package com.dmverify.api.verification;

/**
 * What the user has to do before X lets our message through.
 *
 * @param type {@code follow}
 * @param url where the user does it
 * @param text what a platform may show
 */
public record NextAction(String type, String url, String text) {

    /**
     * X delivers to people who follow the sender, whatever their settings. Source: X's help page on Direct Messages; the
     * link is X's web intent.
     */
    public static NextAction follow(Handle brand) {
        return new NextAction(
                "follow",
                "https://x.com/intent/follow?screen_name=" + brand.value(),
                "Follow @%s on X, or send it a message. The code then comes by itself.".formatted(brand.value()));
    }
}
