package com.dmverify.x.webhook;

import com.dmverify.x.UserId;

/** Deliveries from X's pages and captures of 2026. */
final class Deliveries {

    private Deliveries() {}

    static String accountActivityMessage(UserId sender, UserId recipient, UserId account, String text) {
        return """
                {"for_user_id":"%s","direct_message_events":[{"type":"message_create","id":"954491830116155396",
                 "created_timestamp":"1516403560557","message_create":{"target":{"recipient_id":"%s"},
                 "sender_id":"%s","source_app_id":"13090192","message_data":{"text":"%s",
                 "entities":{"hashtags":[],"symbols":[],"user_mentions":[],"urls":[]}}}}],
                 "apps":{"13090192":{"id":"13090192","name":"FuriousCamperTestApp1","url":"https://x.com/f"}},
                 "users":{"3001969357":{"id":"3001969357","created_timestamp":"1422556069340","name":"Jordan",
                 "screen_name":"furiouscamper","protected":false},"4337869213":{"id":"4337869213",
                 "screen_name":"Harrison"}}}""".formatted(account, recipient, sender, text);
    }

    static String xActivityMessage(String type, UserId sender, UserId recipient, UserId account, String text) {
        return """
                {"data":{"event_uuid":"-6850472171600526495","filter":{"user_id":"%s"},"event_type":"%s",
                 "tag":"brand","payload":{"direct_message_events":[{"type":"message_create",
                 "id":"1900000000000000003","created_timestamp":"1783430823813","message_create":
                 {"target":{"recipient_id":"%s"},"sender_id":"%s","message_data":{"text":"%s","entities":
                 {"hashtags":[],"symbols":[],"user_mentions":[],"urls":[]}}}}],
                 "users":{"3001969357":{"data":{"id":"3001969357","username":"alt","name":"Alt","verified":true,
                 "public_metrics":{"followers_count":216,"followers_count_str":"216"}}},
                 "4337869213":{"data":{"id":"4337869213","username":"Harrison"}}}}}}""".formatted(account, type, recipient, sender, text);
    }

    static String xActivityFollow(String type, UserId source, UserId target, UserId account) {
        return """
                {"data":{"event_uuid":"2064582730611564544","filter":{"user_id":"%s"},"event_type":"%s",
                 "payload":{"source":{"data":{"id":"%s","username":"alt"}},
                 "target":{"data":{"id":"%s","username":"brand"}}}}}""".formatted(account, type, source, target);
    }

    static String message(String id, UserId sender, UserId recipient, String text) {
        return """
                {"type":"message_create","id":"%s","created_timestamp":"1516403560557","message_create":
                 {"target":{"recipient_id":"%s"},"sender_id":"%s","message_data":{"text":"%s"}}}""".formatted(id, recipient, sender, text);
    }

    /** The users of a follow are full v1.1 users: a number and the same as text. */
    static String follow(String type, UserId source, UserId target) {
        return """
                {"type":"%s","created_timestamp":"1517588749178",
                 "target":{"id":%s,"id_str":"%s","screen_name":"Harrison"},
                 "source":{"id":%s,"id_str":"%s","screen_name":"furiouscamper"}}""".formatted(type, target, target, source, source);
    }
}
