package com.dmverify.sandbox.media;

import com.dmverify.sandbox.Resettable;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.person.Ids;
import com.dmverify.sandbox.person.Snowflakes;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** The uploads of the last 24 hours, which only their owners can use. */
@Component
public class MediaStore implements Resettable {

    static final Duration LIFE = Duration.ofHours(24);
    private static final int MOST = 10_000;

    private final ConcurrentSkipListMap<Long, Media> all = new ConcurrentSkipListMap<>();
    private final Snowflakes ids;
    private final Clock clock;

    MediaStore(Snowflakes ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    Media begin(long owner, String type, String category) {
        Media media = new Media(
                ids.next(), owner, type, category, 0, false, clock.instant().plus(LIFE));
        all.put(media.id(), media);
        if (all.size() > MOST) {
            all.pollFirstEntry();
        }
        return media;
    }

    /** Changes an upload; empty if this owner has no such upload. */
    Optional<Media> change(String id, long owner, UnaryOperator<Media> change) {
        OptionalLong key = Ids.parse(id);
        return key.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(all.computeIfPresent(
                                key.getAsLong(), (_, media) -> media.owner() == owner ? change.apply(media) : media))
                        .filter(media -> media.owner() == owner);
    }

    /** Whether this user can attach it now. */
    public boolean isUsableBy(String id, long user) {
        return change(id, user, UnaryOperator.identity())
                .filter(Media::ready)
                .filter(media -> clock.instant().isBefore(media.expiresAt()))
                .isPresent();
    }

    /** Finds an upload by its v2 media key. */
    public Optional<Media> byKey(String key) {
        OptionalLong id = Ids.parse(key.substring(key.indexOf('_') + 1));
        return id.isPresent() ? Optional.ofNullable(all.get(id.getAsLong())) : Optional.empty();
    }

    /** The v2 media key of an upload. */
    public String key(String id) {
        return byKey("_" + id).map(Media::key).orElse("3_" + id);
    }

    /** Makes v1.1's attachment with its media entity. */
    public JsonObject v1Attachment(String id) {
        long key = Ids.parse(id).orElseThrow();
        String url = "https://ton.twitter.com/1.1/ton/data/dm/" + id + "/" + id + "/picture.jpg";
        JsonObject entity = JsonObject.of("id", key)
                .with("id_str", id)
                .with("media_url", url)
                .with("media_url_https", url)
                .with("url", "https://t.co/" + Long.toString(key, 36))
                .with("display_url", "pic.x.com/" + Long.toString(key, 36))
                .with("expanded_url", "https://x.com/messages/media/" + id)
                .with("type", "photo")
                .with("sizes", new JsonObject())
                .with("indices", new int[] {0, 0});
        return JsonObject.of("type", "media").with("media", entity);
    }

    @Override
    public void reset() {
        all.clear();
    }
}
