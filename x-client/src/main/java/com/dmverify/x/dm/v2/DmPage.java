package com.dmverify.x.dm.v2;

import com.dmverify.x.XUser;
import com.dmverify.x.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events, newest first, with what X included about them.
 *
 * @param previous the token of the page before; null on the first
 * @param users senders and participants, if asked for; X does not always include all of them
 * @param media attachments, if asked for
 */
public record DmPage(Page<DmEvent> page, @Nullable String previous, List<XUser> users, List<Media> media) {

    public DmPage {
        users = List.copyOf(users);
        media = List.copyOf(media);
    }

    /** An attachment: {@code photo}, {@code animated_gif} or {@code video}; the address only if asked for. */
    public record Media(String key, String type, @Nullable String url) {}
}
