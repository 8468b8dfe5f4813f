package com.dmverify.x.dm.v2;

import com.dmverify.x.XUser;
import com.dmverify.x.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of events, newest first, with the included objects.
 *
 * @param previous the token of the page before; null on the first
 * @param users senders and participants, if requested; X does not always include all of them
 * @param media attachments, if requested
 */
public record DmPage(Page<DmEvent> page, @Nullable String previous, List<XUser> users, List<Media> media) {

    public DmPage {
        users = List.copyOf(users);
        media = List.copyOf(media);
    }

    /** An attachment: {@code photo}, {@code animated_gif} or {@code video}; the URL only if requested. */
    public record Media(String key, String type, @Nullable String url) {}
}
