package com.dmverify.x.user;

import com.dmverify.x.UserId;

/**
 * The relation of two accounts, from the first one's view.
 *
 * @param following the source follows the target
 * @param followedBy the target follows the source
 * @param canDm the source may write to the target: a hint
 */
public record Friendship(
        UserId source,
        UserId target,
        boolean following,
        boolean followedBy,
        boolean canDm,
        boolean blocking,
        boolean blockedBy) {}
