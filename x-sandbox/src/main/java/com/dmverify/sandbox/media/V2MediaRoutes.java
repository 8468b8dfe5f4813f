package com.dmverify.sandbox.media;

import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.Json;
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

/** {@code /2/media/upload…}: in one call, or initialize, append, finalize; JSON with base64 or multipart. */
@Configuration(proxyBeanMethods = false)
class V2MediaRoutes {

    private static final String PATH = "/2/media/upload";

    private final ApiHandlers handlers;
    private final MediaStore store;

    V2MediaRoutes(ApiHandlers handlers, MediaStore store) {
        this.handlers = handlers;
        this.store = store;
    }

    @Bean
    @Order(21)
    RouterFunction<ServerResponse> v2MediaRouterFunction() {
        return RouterFunctions.route()
                .POST(PATH, handlers.handle(Endpoint.V2_MEDIA, this::atOnce))
                .POST(PATH + "/initialize", handlers.handle(Endpoint.V2_MEDIA, this::begin))
                .POST(PATH + "/{id}/append", handlers.handle(Endpoint.V2_MEDIA, this::append))
                .POST(PATH + "/{id}/finalize", handlers.handle(Endpoint.V2_MEDIA, this::finish))
                .GET(PATH, handlers.handle(Endpoint.V2_MEDIA, this::status))
                .build();
    }

    private Reply atOnce(ApiRequest request) {
        String category = category(request);
        long size = size(request);
        requireFits(size, category);
        Media media = store.begin(request.me().id(), "image/jpeg", category);
        store.change(media.idText(), media.owner(), begun -> begun.plus(size).finished());
        return data(ids(media).with("size", size));
    }

    private Reply begin(ApiRequest request) {
        String type = required(request, "media_type");
        String category = category(request);
        requireFits(Ids.parse(required(request, "total_bytes")).orElse(-1), category);
        return data(ids(store.begin(request.me().id(), type, category)));
    }

    private Reply append(ApiRequest request) {
        long segment = Ids.parse(required(request, "segment_index")).orElse(-1);
        if (segment < 0 || segment > UploadLimits.LAST_SEGMENT) {
            throw ApiException.invalid("$.segment_index: must be 0 to " + UploadLimits.LAST_SEGMENT);
        }
        long size = size(request);
        Media media = change(request, request.call().path("id"), known -> known.plus(size));
        return data(JsonObject.of("expires_at", media.expiresAt().getEpochSecond()));
    }

    private Reply finish(ApiRequest request) {
        Media media = change(request, request.call().path("id"), Media::finished);
        if (media.size() == 0) {
            throw ApiException.invalid("No segments were uploaded.");
        }
        JsonObject body = ids(media).with("size", media.size());
        return data(media.isVideo() ? body.with("processing_info", ProcessingInfo.pending()) : body);
    }

    private Reply status(ApiRequest request) {
        String id = request.call().query().first("media_id").orElse("");
        Media media = change(request, id, UnaryOperator.identity());
        return data(ids(media).with("size", media.size()).with("processing_info", ProcessingInfo.of(media)));
    }

    private Media change(ApiRequest request, String id, UnaryOperator<Media> change) {
        return store.change(id, request.me().id(), change)
                .orElseThrow(() -> ApiException.invalid("id", id, "The media id [" + id + "] is not valid"));
    }

    private static long size(ApiRequest request) {
        Optional<byte[]> part = request.call().multipart().part("media");
        if (part.isPresent()) {
            return part.get().length;
        }
        long size = UploadLimits.sizeOfBase64(required(request, "media"));
        if (size < 0) {
            throw ApiException.invalid("$.media: is neither bytes nor base64");
        }
        return size;
    }

    private static String category(ApiRequest request) {
        String category = required(request, "media_category");
        if (!UploadLimits.CATEGORIES.contains(category)) {
            throw ApiException.invalid("$.media_category: does not have a value in the enumeration");
        }
        return category;
    }

    private static void requireFits(long size, String category) {
        if (size < 1 || size > UploadLimits.largest(category)) {
            throw ApiException.invalid("The media must have 1 to " + UploadLimits.largest(category) + " bytes");
        }
    }

    private static String required(ApiRequest request, String name) {
        return request.call()
                .multipart()
                .text(name)
                .or(() -> request.call()
                        .json()
                        .filter(_ -> request.call().isJson())
                        .flatMap(body -> Optional.ofNullable(Json.text(body.path(name)))))
                .orElseThrow(() -> ApiException.invalid("$." + name + ": is missing but it is required"));
    }

    private static JsonObject ids(Media media) {
        return JsonObject.of("id", media.idText())
                .with("media_key", media.key())
                .with("expires_after_secs", MediaStore.LIFE.toSeconds());
    }

    private static Reply data(JsonObject data) {
        return Reply.json(200, JsonObject.of("data", data));
    }
}
