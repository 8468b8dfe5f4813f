package com.dmverify.api.request.web;

import com.dmverify.api.verification.NextAction;
import com.dmverify.api.verification.Verification;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the user can do so that our message reaches them.
 *
 * @param or another way; left out where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NextActionResource(
        String type, String url, String text, @Nullable NextActionResource or) {

    /** What X may have done with a message that was sent. */
    static NextActionResource ofUnseen(Verification sent) {
        NextAction requests = NextAction.checkRequests(
                sent.delivery().account(), sent.request().locale());
        return new NextActionResource(requests.type(), requests.url(), requests.text(), null);
    }

    static NextActionResource of(Verification waiting) {
        String locale = waiting.request().locale();
        NextAction write = NextAction.write(waiting.delivery().account(), locale);
        NextAction follow = NextAction.follow(waiting.delivery().account(), locale);
        return new NextActionResource(
                follow.type(),
                follow.url(),
                follow.text(),
                new NextActionResource(write.type(), write.url(), write.text(), null));
    }
}
