package com.dmverify.sandbox.v2.dm;

import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.message.DirectMessage;
import com.dmverify.sandbox.message.Messages;
import com.dmverify.sandbox.people.People;
import com.dmverify.sandbox.portrait.V2Event;
import com.dmverify.sandbox.portrait.V2User;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.v2.PageToken;
import com.dmverify.sandbox.v2.V2Parameters;
import com.dmverify.sandbox.wire.Call;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A page of events, newest first, of the last 30 days. An empty page has no {@code data} at all (recorded). */
@Component
class V2EventPage {

    private static final int MOST = 100;
    private static final Duration MEMORY = Duration.ofDays(30);

    private final Messages messages;
    private final V2Event portrait;
    private final V2User users;
    private final People people;
    private final Clock clock;

    V2EventPage(Messages messages, V2Event portrait, V2User users, People people, Clock clock) {
        this.messages = messages;
        this.portrait = portrait;
        this.users = users;
        this.people = people;
        this.clock = clock;
    }

    Reply of(Attempt attempt, long mailbox, Predicate<DirectMessage> which) {
        Call call = attempt.call();
        int most = V2Parameters.number(call, "max_results", MOST, MOST);
        Set<String> types = V2Parameters.list(call, "event_types");
        if (!types.isEmpty() && !types.contains("MessageCreate")) {
            return Reply.json(200, Fields.of("meta", Fields.of("result_count", 0)));
        }
        Instant oldest = clock.instant().minus(MEMORY);
        List<DirectMessage> found = messages.mailbox(mailbox, before(call))
                .filter(which)
                .takeWhile(message -> message.createdAt().isAfter(oldest))
                .limit(most + 1L)
                .toList();
        return reply(attempt, found.stream().limit(most).toList(), found.size() > most);
    }

    private Reply reply(Attempt attempt, List<DirectMessage> page, boolean more) {
        Set<String> fields = V2Parameters.list(attempt.call(), "dm_event.fields");
        Fields meta = Fields.of("result_count", page.size());
        if (more) {
            meta.with("next_token", PageToken.after(page.getLast().id()));
        }
        Fields body = new Fields();
        if (!page.isEmpty()) {
            body.with(
                    "data",
                    page.stream().map(message -> portrait.of(message, fields)).toList());
            body.with("includes", includes(attempt, page));
        }
        return Reply.json(200, body.with("meta", meta));
    }

    private @Nullable Fields includes(Attempt attempt, List<DirectMessage> page) {
        Set<String> expansions = V2Parameters.list(attempt.call(), "expansions");
        if (!expansions.contains("sender_id")) {
            return null;
        }
        Set<String> fields = V2Parameters.list(attempt.call(), "user.fields");
        List<Fields> senders = page.stream()
                .map(DirectMessage::sender)
                .distinct()
                .flatMap(id -> people.byId(id).stream())
                .map(person -> users.of(person, fields, attempt.me()))
                .toList();
        return Fields.of("users", senders);
    }

    private static long before(Call call) {
        return call.query()
                .first("pagination_token")
                .map(token -> PageToken.read(token)
                        .orElseThrow(() -> Refused.invalid(
                                "pagination_token",
                                token,
                                "The `pagination_token` query parameter value [" + token + "] is not valid")))
                .orElse(Long.MAX_VALUE);
    }
}
