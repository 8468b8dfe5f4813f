package com.dmverify.sender.evidence;

import com.dmverify.sender.echo.MessageEvidence;
import com.dmverify.x.XError;

/** What a search for a message brought, whose outcome is unknown. */
public sealed interface SearchResult {

    /** X took it. */
    record Found(MessageEvidence proof) implements SearchResult {}

    /** X did not take it: everything was read that it could be among. */
    record NotSent() implements SearchResult {}

    /** Too much was written since to read it all. Not having read it is not the same as its not being there. */
    record Incomplete() implements SearchResult {}

    /** X does not show it now. */
    record Unreadable(XError error) implements SearchResult {}
}
