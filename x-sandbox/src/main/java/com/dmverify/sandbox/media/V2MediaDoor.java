package com.dmverify.sandbox.media;

import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.decision.XDoor;
import com.dmverify.sandbox.people.Ids;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Json;
import com.dmverify.sandbox.wire.Reply;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code /2/media/upload…}: at once, or initialize, append, finalize; JSON with base64 or multipart. */
@Configuration(proxyBeanMethods = false)
class V2MediaDoor {

    private static final String PATH = "/2/media/upload";

    private final XDoor door;
    private final MediaStore store;

    V2MediaDoor(XDoor door, MediaStore store) {
        this.door = door;
        this.store = store;
    }

    @Bean
    @Order(21)
    RouterFunction<ServerResponse> v2MediaRoutes() {
        return RouterFunctions.route()
                .POST(PATH, door.to(Endpoint.V2_MEDIA, this::atOnce))
                .POST(PATH + "/initialize", door.to(Endpoint.V2_MEDIA, this::begin))
                .POST(PATH + "/{id}/append", door.to(Endpoint.V2_MEDIA, this::append))
                .POST(PATH + "/{id}/finalize", door.to(Endpoint.V2_MEDIA, this::finish))
                .GET(PATH, door.to(Endpoint.V2_MEDIA, this::status))
                .build();
    }

    private Reply atOnce(Attempt attempt) {
        String category = category(attempt);
        long size = size(attempt);
        requireFits(size, category);
        Media media = store.begin(attempt.me().id(), "image/jpeg", category);
        store.change(media.idText(), media.owner(), begun -> begun.plus(size).finished());
        return data(ids(media).with("size", size));
    }

    private Reply begin(Attempt attempt) {
        String type = required(attempt, "media_type");
        String category = category(attempt);
        requireFits(Ids.parse(required(attempt, "total_bytes")).orElse(-1), category);
        return data(ids(store.begin(attempt.me().id(), type, category)));
    }

    private Reply append(Attempt attempt) {
        long segment = Ids.parse(required(attempt, "segment_index")).orElse(-1);
        if (segment < 0 || segment > Upload.LAST_SEGMENT) {
            throw Refused.invalid("$.segment_index: must be 0 to " + Upload.LAST_SEGMENT);
        }
        long size = size(attempt);
        Media media = change(attempt, attempt.call().path("id"), known -> known.plus(size));
        return data(Fields.of("expires_at", media.expiresAt().getEpochSecond()));
    }

    private Reply finish(Attempt attempt) {
        Media media = change(attempt, attempt.call().path("id"), Media::finished);
        if (media.size() == 0) {
            throw Refused.invalid("No segments were uploaded.");
        }
        Fields body = ids(media).with("size", media.size());
        return data(media.isVideo() ? body.with("processing_info", Processing.pending()) : body);
    }

    private Reply status(Attempt attempt) {
        String id = attempt.call().query().first("media_id").orElse("");
        Media media = change(attempt, id, UnaryOperator.identity());
        return data(ids(media).with("size", media.size()).with("processing_info", Processing.of(media)));
    }

    private Media change(Attempt attempt, String id, UnaryOperator<Media> change) {
        return store.change(id, attempt.me().id(), change)
                .orElseThrow(() -> Refused.invalid("id", id, "The media id [" + id + "] is not valid"));
    }

    private static long size(Attempt attempt) {
        Optional<byte[]> part = attempt.call().multipart().part("media");
        if (part.isPresent()) {
            return part.get().length;
        }
        long size = Upload.sizeOfBase64(required(attempt, "media"));
        if (size < 0) {
            throw Refused.invalid("$.media: is neither bytes nor base64");
        }
        return size;
    }

    private static String category(Attempt attempt) {
        String category = required(attempt, "media_category");
        if (!Upload.CATEGORIES.contains(category)) {
            throw Refused.invalid("$.media_category: does not have a value in the enumeration");
        }
        return category;
    }

    private static void requireFits(long size, String category) {
        if (size < 1 || size > Upload.largest(category)) {
            throw Refused.invalid("The media must have 1 to " + Upload.largest(category) + " bytes");
        }
    }

    private static String required(Attempt attempt, String name) {
        return attempt.call()
                .multipart()
                .text(name)
                .or(() -> attempt.call()
                        .json()
                        .filter(_ -> attempt.call().isJson())
                        .flatMap(body -> Optional.ofNullable(Json.text(body.path(name)))))
                .orElseThrow(() -> Refused.invalid("$." + name + ": is missing but it is required"));
    }

    private static Fields ids(Media media) {
        return Fields.of("id", media.idText())
                .with("media_key", media.key())
                .with("expires_after_secs", MediaStore.LIFE.toSeconds());
    }

    private static Reply data(Fields data) {
        return Reply.json(200, Fields.of("data", data));
    }
}
