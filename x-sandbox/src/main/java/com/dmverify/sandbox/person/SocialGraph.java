package com.dmverify.sandbox.person;

import org.springframework.stereotype.Component;

/** The follows and blocks between users. */
@Component
public class SocialGraph {

    private final DirectedRelation follows = new DirectedRelation();
    private final DirectedRelation blocks = new DirectedRelation();
    private final DirectedRelation dmBlocks = new DirectedRelation();

    public DirectedRelation follows() {
        return follows;
    }

    public DirectedRelation blocks() {
        return blocks;
    }

    /** Blocks of Direct Messages only. */
    public DirectedRelation dmBlocks() {
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
