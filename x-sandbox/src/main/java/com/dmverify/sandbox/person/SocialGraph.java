package com.dmverify.sandbox.person;

import org.springframework.stereotype.Component;

/** The follows and blocks between users. */
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

    /** Blocks of Direct Messages only. */
    public Relations dmBlocks() {
        return dmBlocks;
    }

    /** Whether one of the two blocks the other, or blocks the other's messages. */
    public boolean isBlockedEitherWay(long one, long other) {
        return blocks.has(one, other) || blocks.has(other, one) || dmBlocks.has(one, other) || dmBlocks.has(other, one);
    }

    public void clear() {
        dmBlocks.clear();
        follows.clear();
        blocks.clear();
    }
}
