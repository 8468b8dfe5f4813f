package com.dmverify.sandbox.v2.dm;

import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.decision.XDoor;
import com.dmverify.sandbox.message.Conversations;
import com.dmverify.sandbox.message.DirectMessage;
import com.dmverify.sandbox.message.Messages;
import com.dmverify.sandbox.people.Ids;
import com.dmverify.sandbox.portrait.V2Event;
import com.dmverify.sandbox.v2.LookupErrors;
import com.dmverify.sandbox.v2.V2Parameters;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code GET /2/dm_events…} and the deleting of one. */
@Configuration(proxyBeanMethods = false)
class V2DmReading {

    private final XDoor door;
    private final Messages messages;
    private final V2EventPage page;
    private final V2Event portrait;
    private final V2Includes includes;

    V2DmReading(XDoor door, Messages messages, V2EventPage page, V2Event portrait, V2Includes includes) {
        this.includes = includes;
        this.door = door;
        this.messages = messages;
        this.page = page;
        this.portrait = portrait;
    }

    @Bean
    @Order(2)
    RouterFunction<ServerResponse> v2DmReadingRoutes() {
        return RouterFunctions.route()
                .GET("/2/dm_events", door.to(Endpoint.V2_DM_EVENTS, this::all))
                .GET("/2/dm_events/{event_id}", door.to(Endpoint.V2_DM_EVENT, this::one))
                .DELETE("/2/dm_events/{event_id}", door.to(Endpoint.V2_DM_DELETE, this::delete))
                .GET(
                        "/2/dm_conversations/with/{participant_id}/dm_events",
                        door.to(Endpoint.V2_DM_WITH, this::withParticipant))
                .GET(
                        "/2/dm_conversations/{dm_conversation_id}/dm_events",
                        door.to(Endpoint.V2_DM_CONVERSATION, this::conversation))
                .build();
    }

    private Reply all(Attempt attempt) {
        return page.of(attempt, attempt.me().id(), message -> true);
    }

    private Reply withParticipant(Attempt attempt) {
        return betweenTwo(attempt, V2DraftReader.participant(attempt));
    }

    private Reply conversation(Attempt attempt) {
        String id = V2DraftReader.conversation(attempt);
        OptionalLong other = Conversations.otherThan(attempt.me().id(), id);
        return other.isPresent()
                ? betweenTwo(attempt, other.getAsLong())
                : page.of(
                        attempt,
                        attempt.me().id(),
                        message -> message.conversation().equals(id));
    }

    /** Looks through the other one's mailbox, which is the smaller one: a brand's holds everybody's messages. */
    private Reply betweenTwo(Attempt attempt, long other) {
        long me = attempt.me().id();
        String id = Conversations.between(me, other);
        return page.of(
                attempt,
                other,
                message -> message.conversation().equals(id)
                        && messages.inMailbox(me, message.id()).isPresent());
    }

    private Reply one(Attempt attempt) {
        Optional<DirectMessage> found = mine(attempt);
        return found.isPresent()
                ? Reply.json(
                        200,
                        Fields.of(
                                        "data",
                                        portrait.of(found.get(), V2Parameters.list(attempt.call(), "dm_event.fields")))
                                .with("includes", includes.of(attempt, List.of(found.get()))))
                : LookupErrors.notFound("dm_event", "event_id", attempt.call().path("event_id"));
    }

    private Reply delete(Attempt attempt) {
        Optional<DirectMessage> found =
                mine(attempt).filter(message -> message.sender() == attempt.me().id());
        if (found.isEmpty()) {
            return LookupErrors.notFound("dm_event", "event_id", attempt.call().path("event_id"));
        }
        messages.deleteFromMailbox(attempt.me().id(), found.get().id());
        return Reply.json(200, Fields.of("data", Fields.of("deleted", true)));
    }

    private Optional<DirectMessage> mine(Attempt attempt) {
        String id = attempt.call().path("event_id");
        long parsed = Ids.parse(id).orElseThrow(() -> V2Parameters.notValid("event_id", id));
        return messages.inMailbox(attempt.me().id(), parsed);
    }
}
