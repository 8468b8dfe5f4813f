package com.dmverify.x.dm.content;

import com.dmverify.x.json.Ids;
import org.jspecify.annotations.Nullable;

/** The attachment of a message. Source: X's v1.1 pages "Attaching media" and "location". */
public sealed interface Attachment {

    /**
     * An uploaded image, GIF or video.
     *
     * @param type {@code photo}, {@code animated_gif} or {@code video}; null when sending
     * @param url where a signed request can fetch it; null when sending
     */
    record Media(String id, @Nullable String type, @Nullable String url) implements Attachment {

        public Media {
            Ids.check("media", id);
        }

        /** Media to send: uploaded by the same account, less than a day ago. */
        public static Media uploaded(String id) {
            return new Media(id, null, null);
        }
    }

    /** A coordinate in degrees. */
    record Coordinate(double longitude, double latitude) implements Attachment {

        public Coordinate {
            if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
                throw new IllegalArgumentException("longitude is -180 to 180, latitude -90 to 90");
            }
        }
    }

    /** A place of X's. */
    record Place(String id) implements Attachment {

        public Place {
            ArgumentChecks.text("the id of a place", id, 100);
        }
    }
}
