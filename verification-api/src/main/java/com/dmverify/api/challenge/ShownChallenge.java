package com.dmverify.api.challenge;

import com.dmverify.api.verification.NextAction;
import org.jspecify.annotations.Nullable;

/**
 * A challenge as the person sees it. It shows in no log.
 *
 * @param text what the person sends, in the language of the verification
 * @param token the part of it that counts
 * @param composeUrl X's composer with the text in it
 * @param nextAction what to do when no message arrives; null while there is nothing to explain
 */
public record ShownChallenge(
        String text,
        String token,
        String composeUrl,
        @Nullable NextAction nextAction) {

    @Override
    public String toString() {
        return "ShownChallenge[***]";
    }
}
