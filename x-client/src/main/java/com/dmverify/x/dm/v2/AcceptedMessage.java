package com.dmverify.x.dm.v2;

/** X's response to a message that it accepted. */
public record AcceptedMessage(ConversationId conversation, String eventId) {}
