package com.dmverify.sender.search;

import com.dmverify.sender.sighting.Sighting;
import com.dmverify.x.XError;

/** What a search for a message brought, whose outcome is unknown. */
public sealed interface Finding {

    /** X took it. */
    record There(Sighting proof) implements Finding {}

    /** X did not take it: everything was read that it could be among. */
    record NotThere() implements Finding {}

    /** Too much was written since to read it all. Not having read it is not the same as its not being there. */
    record TooMuch() implements Finding {}

    /** X does not show it now. */
    record Unread(XError error) implements Finding {}
}
