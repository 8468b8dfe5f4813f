package com.dmverify.scenarios;

import java.util.Locale;

/** A webhook body with a follow that X did not send. */
final class ForgedFollow {

    static final String HEADER = "x-twitter-webhooks-signature";

    private ForgedFollow() {}

    static String by(XUser user) {
        return String.format(
                Locale.ROOT, """
                {"for_user_id":"1000000000000000001","follow_events":[{"type":"follow","created_timestamp":"1517588749178",
                "target":{"id":1000000000000000001,"id_str":"1000000000000000001","screen_name":"dmverify_demo"},
                "source":{"id":%s,"id_str":"%s","screen_name":"%s"}}]}""", user.id(), user.id(), user.handle().substring(1));
    }
}
