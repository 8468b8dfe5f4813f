package com.dmverify.x.dm;

/**
 * A message that X accepted.
 *
 * @param eventId X's id of it, 1 to 19 digits: the same in both generations and in webhooks
 */
public record SentMessage(String eventId) {

    public SentMessage {
        EventIds.check(eventId);
    }
}
