package com.dmverify.sandbox.media;

import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.Call;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.person.Ids;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * {@code /1.1/media/upload.json}: in one call, or in chunks by {@code command}. Parameters are in the query, a form or a
 * multipart body.
 */
@Configuration(proxyBeanMethods = false)
class V1MediaRoutes {

    private static final String PATH = "/1.1/media/upload.json";

    private final ApiHandlers handlers;
    private final MediaStore store;

    V1MediaRoutes(ApiHandlers handlers, MediaStore store) {
        this.handlers = handlers;
        this.store = store;
    }

    @Bean
    @Order(20)
    RouterFunction<ServerResponse> v1MediaRouterFunction() {
        return RouterFunctions.route()
                .POST(PATH, handlers.handle(Endpoint.V1_MEDIA, this::post))
                .GET(PATH, handlers.handle(Endpoint.V1_MEDIA, this::status))
                .build();
    }

    private Reply post(ApiRequest request) {
        Call call = request.call();
        return switch (param(call, "command").orElse("")) {
            case "" -> simple(request);
            case "INIT" -> begin(request);
            case "APPEND" -> append(request);
            case "FINALIZE" -> finish(request);
            default -> throw refused("command parameter is invalid.");
        };
    }

    private Reply simple(ApiRequest request) {
        long size = size(request.call());
        String category = category(request.call());
        requireFits(size, category);
        Media media = store.begin(request.me().id(), "image/jpeg", category);
        store.change(media.idText(), media.owner(), begun -> begun.plus(size).finished());
        return Reply.json(
                200,
                ids(media)
                        .with("size", size)
                        .with("expires_after_secs", MediaStore.LIFE.toSeconds())
                        .with(
                                "image",
                                JsonObject.of("image_type", media.type())
                                        .with("w", 1)
                                        .with("h", 1)));
    }

    private Reply begin(ApiRequest request) {
        String type =
                param(request.call(), "media_type").orElseThrow(() -> refused("media_type parameter is missing."));
        long total = param(request.call(), "total_bytes")
                .map(text -> Ids.parse(text).orElse(0))
                .orElseThrow(() -> refused("total_bytes parameter is missing."));
        String category = category(request.call());
        requireFits(total, category);
        Media media = store.begin(request.me().id(), type, category);
        return Reply.json(202, ids(media).with("expires_after_secs", MediaStore.LIFE.toSeconds()));
    }

    private Reply append(ApiRequest request) {
        long segment =
                Ids.parse(param(request.call(), "segment_index").orElse("")).orElse(-1);
        if (segment < 0 || segment > UploadLimits.LAST_SEGMENT) {
            throw refused("segment_index parameter must be 0 to " + UploadLimits.LAST_SEGMENT + ".");
        }
        long size = size(request.call());
        change(request, media -> media.plus(size));
        return Reply.noContent();
    }

    private Reply finish(ApiRequest request) {
        Media media = change(request, Media::finished);
        if (media.size() == 0) {
            throw refused("No segments were uploaded.");
        }
        JsonObject body = ids(media).with("size", media.size()).with("expires_after_secs", MediaStore.LIFE.toSeconds());
        return Reply.json(200, media.isVideo() ? body.with("processing_info", ProcessingInfo.pending()) : body);
    }

    private Reply status(ApiRequest request) {
        Media media = change(request, UnaryOperator.identity());
        return Reply.json(200, ids(media).with("processing_info", ProcessingInfo.of(media)));
    }

    private Media change(ApiRequest request, UnaryOperator<Media> change) {
        String id = param(request.call(), "media_id").orElseThrow(() -> refused("media_id parameter is missing."));
        return store.change(id, request.me().id(), change)
                .orElseThrow(() -> refused("Invalid mediaId: " + id + " does not exist."));
    }

    private static long size(Call call) {
        Optional<byte[]> media = call.multipart().part("media");
        if (media.isPresent()) {
            return media.get().length;
        }
        long size = param(call, "media_data").map(UploadLimits::sizeOfBase64).orElse(0L);
        if (size <= 0) {
            throw refused("media parameter is missing.");
        }
        return size;
    }

    private static String category(Call call) {
        String category = param(call, "media_category").orElse("tweet_image");
        if (!UploadLimits.CATEGORIES.contains(category)) {
            throw refused("media_category parameter is invalid.");
        }
        return category;
    }

    private static void requireFits(long size, String category) {
        if (size < 1 || size > UploadLimits.largest(category)) {
            throw refused("File size must be 1 to " + UploadLimits.largest(category) + " bytes.");
        }
    }

    private static Optional<String> param(Call call, String name) {
        return call.param(name).or(() -> call.multipart().text(name));
    }

    private static JsonObject ids(Media media) {
        return JsonObject.of("media_id", media.id()).with("media_id_string", media.idText());
    }

    /** The error format that only v1.1's upload has. */
    private static ApiException refused(String error) {
        return ApiException.with(400, JsonObject.of("request", PATH).with("error", error));
    }
}
