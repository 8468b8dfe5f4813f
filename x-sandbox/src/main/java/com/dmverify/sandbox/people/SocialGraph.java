package com.dmverify.sandbox.people;

import org.springframework.stereotype.Component;

/** Who follows and who blocks whom. */
@Component
public class SocialGraph {

    private final Relations follows = new Relations();
    private final Relations blocks = new Relations();

    public Relations follows() {
        return follows;
    }

    public Relations blocks() {
        return blocks;
    }

    public void clear() {
        follows.clear();
        blocks.clear();
    }
}
