package com.dmverify.sandbox.person;

import org.springframework.stereotype.Component;

/** Who follows and who blocks whom. */
@Component
public class SocialGraph {

    private final Relations follows = new Relations();
    private final Relations blocks = new Relations();
    private final Relations dmBlocks = new Relations();

    public Relations follows() {
        return follows;
    }

    public Relations blocks() {
        return blocks;
    }

    /** Blocked for Direct Messages only. */
    public Relations dmBlocks() {
        return dmBlocks;
    }

    /** Whether one of the two has shut the other out, of everything or of messages. */
    public boolean isBlockedEitherWay(long one, long other) {
        return blocks.has(one, other) || blocks.has(other, one) || dmBlocks.has(one, other) || dmBlocks.has(other, one);
    }

    public void clear() {
        dmBlocks.clear();
        follows.clear();
        blocks.clear();
    }
}
