package com.dmverify.cli.story;

import com.dmverify.cli.story.Http.Answer;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The people of the story.
 *
 * @param alice follows the brand
 * @param bob takes messages only from accounts he follows, and does not follow the brand yet
 * @param carol takes messages from everyone
 */
public record Cast(Player alice, Player bob, Player carol) {

    /** The sandbox's own users. After a story Bob follows the brand: for a sandbox that has just started. */
    public static Cast shipped() {
        return new Cast(
                new Player("alice", "2000000000000000001"),
                new Player("bob", "2000000000000000002"),
                new Player("carol", "2000000000000000003"));
    }

    /** New users of the sandbox, so that a story can be run again against the same deployment. */
    static Cast drawn(Http sandbox) {
        String suffix = String.format(Locale.ROOT, "_%08x", new SecureRandom().nextInt());
        return new Cast(
                draw(sandbox, "alice" + suffix, true, "everyone"),
                draw(sandbox, "bob" + suffix, false, "nobody"),
                draw(sandbox, "carol" + suffix, false, "everyone"));
    }

    private static Player draw(Http sandbox, String handle, boolean follows, String dmSetting) {
        Answer made = sandbox.post(
                "/sandbox/users",
                JsonMapper.shared()
                        .writeValueAsString(
                                Map.of("username", handle, "follows_brand", follows, "dm_setting", dmSetting)));
        StoryFailedException.unless(
                made.status() == 201,
                "the sandbox answered " + made.status() + " to a new user: is --sandbox a sandbox?");
        return new Player(handle, made.text("/id"));
    }

    /** One of them. */
    public record Player(String handle, String userId) {

        String mention() {
            return "@" + handle;
        }
    }
}
