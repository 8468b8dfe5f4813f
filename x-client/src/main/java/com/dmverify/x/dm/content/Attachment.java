package com.dmverify.x.dm.content;

import com.dmverify.x.json.Ids;
import org.jspecify.annotations.Nullable;

/** The one thing that a message can carry besides its text. Source: X's v1.1 pages "Attaching media" and "location". */
public sealed interface Attachment {

    /**
     * An uploaded picture or film.
     *
     * @param type {@code photo}, {@code animated_gif} or {@code video}; null when sending
     * @param url where it can be fetched, with a signed request; null when sending
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

    /** A point on earth, in degrees. */
    record Coordinate(double longitude, double latitude) implements Attachment {

        public Coordinate {
            if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
                throw new IllegalArgumentException("a coordinate is on earth");
            }
        }
    }

    /** A place that X knows. */
    record Place(String id) implements Attachment {

        public Place {
            Checks.text("the id of a place", id, 100);
        }
    }
}
