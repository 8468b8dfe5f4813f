package com.dmverify.sandbox.v2.dm;

import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.json.V2EventJson;
import com.dmverify.sandbox.message.Conversations;
import com.dmverify.sandbox.message.DirectMessage;
import com.dmverify.sandbox.message.Messages;
import com.dmverify.sandbox.person.Ids;
import com.dmverify.sandbox.v2.LookupErrors;
import com.dmverify.sandbox.v2.V2Parameters;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code GET /2/dm_events…} and {@code DELETE} of an event. */
@Configuration(proxyBeanMethods = false)
class V2DmEventRoutes {

    private final ApiHandlers handlers;
    private final Messages messages;
    private final V2EventPage page;
    private final V2EventJson json;
    private final V2Includes includes;

    V2DmEventRoutes(ApiHandlers handlers, Messages messages, V2EventPage page, V2EventJson json, V2Includes includes) {
        this.includes = includes;
        this.handlers = handlers;
        this.messages = messages;
        this.page = page;
        this.json = json;
    }

    @Bean
    @Order(2)
    RouterFunction<ServerResponse> v2DmReadingRouterFunction() {
        return RouterFunctions.route()
                .GET("/2/dm_events", handlers.handle(Endpoint.V2_DM_EVENTS, this::all))
                .GET("/2/dm_events/{event_id}", handlers.handle(Endpoint.V2_DM_EVENT, this::one))
                .DELETE("/2/dm_events/{event_id}", handlers.handle(Endpoint.V2_DM_DELETE, this::delete))
                .GET(
                        "/2/dm_conversations/with/{participant_id}/dm_events",
                        handlers.handle(Endpoint.V2_DM_WITH, this::withParticipant))
                .GET(
                        "/2/dm_conversations/{dm_conversation_id}/dm_events",
                        handlers.handle(Endpoint.V2_DM_CONVERSATION, this::conversation))
                .build();
    }

    private Reply all(ApiRequest request) {
        return page.of(request, request.me().id(), message -> true);
    }

    private Reply withParticipant(ApiRequest request) {
        return betweenTwo(request, V2DraftReader.participant(request));
    }

    private Reply conversation(ApiRequest request) {
        String id = V2DraftReader.conversation(request);
        OptionalLong other = Conversations.otherThan(request.me().id(), id);
        return other.isPresent()
                ? betweenTwo(request, other.getAsLong())
                : page.of(
                        request,
                        request.me().id(),
                        message -> message.conversation().equals(id));
    }

    /** Reads the other user's mailbox, which is smaller than that of a brand. */
    private Reply betweenTwo(ApiRequest request, long other) {
        long me = request.me().id();
        String id = Conversations.between(me, other);
        return page.of(
                request,
                other,
                message -> message.conversation().equals(id)
                        && messages.inMailbox(me, message.id()).isPresent());
    }

    private Reply one(ApiRequest request) {
        Optional<DirectMessage> found = mine(request);
        return found.isPresent()
                ? Reply.json(
                        200,
                        JsonObject.of(
                                        "data",
                                        json.of(found.get(), V2Parameters.list(request.call(), "dm_event.fields")))
                                .with("includes", includes.of(request, List.of(found.get()))))
                : LookupErrors.notFound("dm_event", "event_id", request.call().path("event_id"));
    }

    private Reply delete(ApiRequest request) {
        Optional<DirectMessage> found =
                mine(request).filter(message -> message.sender() == request.me().id());
        if (found.isEmpty()) {
            return LookupErrors.notFound("dm_event", "event_id", request.call().path("event_id"));
        }
        messages.deleteFromMailbox(request.me().id(), found.get().id());
        return Reply.json(200, JsonObject.of("data", JsonObject.of("deleted", true)));
    }

    private Optional<DirectMessage> mine(ApiRequest request) {
        String id = request.call().path("event_id");
        long parsed = Ids.parse(id).orElseThrow(() -> V2Parameters.notValid("event_id", id));
        return messages.inMailbox(request.me().id(), parsed);
    }
}
