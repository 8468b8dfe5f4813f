package com.dmverify.guarantees.people;

import com.dmverify.cli.story.Http;
import com.dmverify.cli.story.Http.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A platform's client of verification-api. It repeats a call until the answer is neither lost nor a 503. */
final class PlatformClient {

    private static final Duration AGAIN = Duration.ofMillis(500);

    private final Http api;
    private final TaskRunner tasks;

    PlatformClient(Http api, TaskRunner tasks) {
        this.api = api;
        this.tasks = tasks;
    }

    void post(String path, String body, Consumer<Answer> then, String... headers) {
        until(() -> api.post(path, body, headers), then);
    }

    void get(String path, Consumer<Answer> then) {
        until(() -> api.get(path), then);
    }

    private void until(Supplier<Answer> call, Consumer<Answer> then) {
        tasks.now(() -> attempt(call, then));
    }

    private void attempt(Supplier<Answer> call, Consumer<Answer> then) {
        Answer answer;
        try {
            answer = call.get();
        } catch (UncheckedIOException e) {
            tasks.in(AGAIN, () -> attempt(call, then)); // the service is down, or the answer was lost
            return;
        }
        if (answer.status() == 503 || answer.text("/code").equals("not_sent_yet")) {
            tasks.in(AGAIN, () -> attempt(call, then));
        } else {
            then.accept(answer);
        }
    }
}
