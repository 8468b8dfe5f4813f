package com.dmverify.sandbox.v1.dm;

import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.link.ShortName;
import com.dmverify.sandbox.v1.V1TextFields;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code ctas}: 1 to 3 buttons that open a page. */
final class V1Buttons {

    private static final int MOST = 3;
    private static final int LABEL = 36;
    private static final int ADDRESS = 2000;

    private V1Buttons() {}

    static List<JsonObject> read(JsonNode buttons) {
        if (!buttons.isArray() || buttons.isEmpty() || buttons.size() > MOST) {
            throw wrong("ctas must have 1 to " + MOST + " buttons.");
        }
        List<JsonObject> all = new ArrayList<>();
        for (JsonNode button : buttons) {
            all.add(button(button));
        }
        return all;
    }

    private static JsonObject button(JsonNode button) {
        String label = V1TextFields.atMost(button, "label", LABEL);
        String url = V1TextFields.atMost(button, "url", ADDRESS);
        if (!"web_url".equals(button.path("type").asString("")) || label == null || !isAddress(url)) {
            throw wrong("ctas need type web_url, a label and a valid url.");
        }
        return JsonObject.of("type", "web_url")
                .with("label", label)
                .with("url", url)
                .with("tco_url", "https://t.co/" + ShortName.of(String.valueOf(url)));
    }

    private static boolean isAddress(@Nullable String url) {
        try {
            return url != null && URI.create(url).getHost() != null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static ApiException wrong(String text) {
        return ApiException.of(ApiError.BAD_REQUEST, text);
    }
}
