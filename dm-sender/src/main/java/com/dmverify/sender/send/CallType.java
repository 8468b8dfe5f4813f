package com.dmverify.sender.send;

/** Which call to X an error answers. */
enum CallType {
    /** Who is this handle? */
    LOOKUP,
    /** What was said in this conversation? */
    READ,
    /** The message itself: the only one with a budget of ours, and the only one that is dangerous to repeat. */
    SEND
}
