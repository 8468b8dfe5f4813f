package com.dmverify.x.dm.v2;

/** A message that X accepted: all that X says of it. */
public record AcceptedMessage(ConversationId conversation, String eventId) {}
