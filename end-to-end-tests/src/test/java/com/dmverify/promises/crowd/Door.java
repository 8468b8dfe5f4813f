package com.dmverify.promises.crowd;

import com.dmverify.allinone.Http;
import com.dmverify.allinone.Http.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The platform's way of asking verification-api: it asks again until there is an answer that says something. */
final class Door {

    private static final Duration AGAIN = Duration.ofMillis(500);

    private final Http api;
    private final Later later;

    Door(Http api, Later later) {
        this.api = api;
        this.later = later;
    }

    void post(String path, String body, Consumer<Answer> then, String... headers) {
        until(() -> api.post(path, body, headers), then);
    }

    void get(String path, Consumer<Answer> then) {
        until(() -> api.get(path), then);
    }

    private void until(Supplier<Answer> call, Consumer<Answer> then) {
        later.now(() -> attempt(call, then));
    }

    private void attempt(Supplier<Answer> call, Consumer<Answer> then) {
        Answer answer;
        try {
            answer = call.get();
        } catch (UncheckedIOException e) {
            later.in(AGAIN, () -> attempt(call, then)); // nobody there, or the answer was lost
            return;
        }
        if (answer.status() == 503 || answer.text("/code").equals("not_sent_yet")) {
            later.in(AGAIN, () -> attempt(call, then));
        } else {
            then.accept(answer);
        }
    }
}
