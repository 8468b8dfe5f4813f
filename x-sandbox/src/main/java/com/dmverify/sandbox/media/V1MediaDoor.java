package com.dmverify.sandbox.media;

import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.decision.XDoor;
import com.dmverify.sandbox.people.Ids;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.wire.Call;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * {@code /1.1/media/upload.json}: at once, or in pieces by {@code command}. Parameters stand in the query, a form or a
 * multipart body, as clients differ.
 */
@Configuration(proxyBeanMethods = false)
class V1MediaDoor {

    private static final String PATH = "/1.1/media/upload.json";

    private final XDoor door;
    private final MediaStore store;

    V1MediaDoor(XDoor door, MediaStore store) {
        this.door = door;
        this.store = store;
    }

    @Bean
    @Order(20)
    RouterFunction<ServerResponse> v1MediaRoutes() {
        return RouterFunctions.route()
                .POST(PATH, door.to(Endpoint.V1_MEDIA, this::post))
                .GET(PATH, door.to(Endpoint.V1_MEDIA, this::status))
                .build();
    }

    private Reply post(Attempt attempt) {
        Call call = attempt.call();
        return switch (param(call, "command").orElse("")) {
            case "" -> simple(attempt);
            case "INIT" -> begin(attempt);
            case "APPEND" -> append(attempt);
            case "FINALIZE" -> finish(attempt);
            default -> throw refused("command parameter is invalid.");
        };
    }

    private Reply simple(Attempt attempt) {
        long size = size(attempt.call());
        String category = category(attempt.call());
        requireFits(size, category);
        Media media = store.begin(attempt.me().id(), "image/jpeg", category);
        store.change(media.idText(), media.owner(), begun -> begun.plus(size).finished());
        return Reply.json(
                200,
                ids(media)
                        .with("size", size)
                        .with("expires_after_secs", MediaStore.LIFE.toSeconds())
                        .with(
                                "image",
                                Fields.of("image_type", media.type())
                                        .with("w", 1)
                                        .with("h", 1)));
    }

    private Reply begin(Attempt attempt) {
        String type =
                param(attempt.call(), "media_type").orElseThrow(() -> refused("media_type parameter is missing."));
        long total = param(attempt.call(), "total_bytes")
                .map(text -> Ids.parse(text).orElse(0))
                .orElseThrow(() -> refused("total_bytes parameter is missing."));
        String category = category(attempt.call());
        requireFits(total, category);
        Media media = store.begin(attempt.me().id(), type, category);
        return Reply.json(202, ids(media).with("expires_after_secs", MediaStore.LIFE.toSeconds()));
    }

    private Reply append(Attempt attempt) {
        long segment =
                Ids.parse(param(attempt.call(), "segment_index").orElse("")).orElse(-1);
        if (segment < 0 || segment > Upload.LAST_SEGMENT) {
            throw refused("segment_index parameter must be 0 to " + Upload.LAST_SEGMENT + ".");
        }
        long size = size(attempt.call());
        change(attempt, media -> media.plus(size));
        return Reply.noContent();
    }

    private Reply finish(Attempt attempt) {
        Media media = change(attempt, Media::finished);
        if (media.size() == 0) {
            throw refused("No segments were uploaded.");
        }
        Fields body = ids(media).with("size", media.size()).with("expires_after_secs", MediaStore.LIFE.toSeconds());
        return Reply.json(200, media.isVideo() ? body.with("processing_info", Processing.pending()) : body);
    }

    private Reply status(Attempt attempt) {
        Media media = change(attempt, UnaryOperator.identity());
        return Reply.json(200, ids(media).with("processing_info", Processing.of(media)));
    }

    private Media change(Attempt attempt, UnaryOperator<Media> change) {
        String id = param(attempt.call(), "media_id").orElseThrow(() -> refused("media_id parameter is missing."));
        return store.change(id, attempt.me().id(), change)
                .orElseThrow(() -> refused("Invalid mediaId: " + id + " does not exist."));
    }

    private static long size(Call call) {
        Optional<byte[]> media = call.multipart().part("media");
        if (media.isPresent()) {
            return media.get().length;
        }
        long size = param(call, "media_data").map(Upload::sizeOfBase64).orElse(0L);
        if (size <= 0) {
            throw refused("media parameter is missing.");
        }
        return size;
    }

    private static String category(Call call) {
        String category = param(call, "media_category").orElse("tweet_image");
        if (!Upload.CATEGORIES.contains(category)) {
            throw refused("media_category parameter is invalid.");
        }
        return category;
    }

    private static void requireFits(long size, String category) {
        if (size < 1 || size > Upload.largest(category)) {
            throw refused("File size must be 1 to " + Upload.largest(category) + " bytes.");
        }
    }

    private static Optional<String> param(Call call, String name) {
        return call.param(name).or(() -> call.multipart().text(name));
    }

    private static Fields ids(Media media) {
        return Fields.of("media_id", media.id()).with("media_id_string", media.idText());
    }

    /** The shape that only the upload of v1.1 has. */
    private static Refused refused(String error) {
        return Refused.with(400, Fields.of("request", PATH).with("error", error));
    }
}
