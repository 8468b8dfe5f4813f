package com.dmverify.x.dm.v1;

import com.dmverify.x.page.Page;
import java.util.Map;

/**
 * A page of messages of all one-to-one conversations of 30 days, in both directions, newest first.
 *
 * @param apps the apps they were sent with, by id; empty where X names none
 */
public record EventPage(Page<MessageEvent> page, Map<String, App> apps) {

    public EventPage {
        apps = Map.copyOf(apps);
    }
}
