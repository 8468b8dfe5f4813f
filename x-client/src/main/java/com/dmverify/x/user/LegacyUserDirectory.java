package com.dmverify.x.user;

import com.dmverify.x.Answer;
import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.XUser;
import com.dmverify.x.call.Call;
import com.dmverify.x.json.Json;
import com.dmverify.x.json.UnexpectedJsonException;
import com.dmverify.x.page.Page;
import com.dmverify.x.wire.Wire;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Users of v1.1 by the many, and who follows whom. Source: X's v1.1 pages "GET users/lookup", "GET friendships/show", "GET
 * followers/ids" and "/list".
 */
public final class LegacyUserDirectory {

    private static final int MOST_AT_ONCE = 100;
    private static final int MOST_IDS = 5_000;
    private static final int MOST_FOLLOWERS = 200;
    private static final String FIRST_PAGE = "-1";
    private static final String LAST_PAGE = "0";

    private final Wire wire;

    public LegacyUserDirectory(Wire wire) {
        this.wire = wire;
    }

    /** Those of up to 100 handles and ids together that exist, in any order; {@code TargetUnknown} when none does. */
    public Answer<List<XUser>> lookup(Collection<Handle> handles, Collection<UserId> ids) {
        UserLists.checkCount(handles.size() + ids.size(), MOST_AT_ONCE);
        Call call = Call.get("/1.1/users/lookup.json");
        call = handles.isEmpty() ? call : call.with("screen_name", joined(handles));
        return wire.call(ids.isEmpty() ? call : call.with("user_id", joined(ids)), LegacyUserDirectory::users);
    }

    /** How one account stands to another; "may I write to you" in v1.1. */
    public Answer<Friendship> friendship(UserId source, UserId target) {
        Call call = Call.get("/1.1/friendships/show.json")
                .with("source_id", source.value())
                .with("target_id", target.value());
        return wire.call(call, LegacyUserDirectory::friendship);
    }

    /** The ids of an account's followers, 1 to 5,000 at a time; a null cursor begins. */
    public Answer<Page<UserId>> followerIds(UserId id, int count, @Nullable String cursor) {
        UserLists.checkCount(count, MOST_IDS);
        return wire.call(
                page("/1.1/followers/ids.json", id, count, cursor).with("stringify_ids", "true"),
                body -> new Page<>(
                        Json.each(Json.child(body, "ids"), node -> new UserId(node.asString("")))
                                .toList(),
                        next(body)));
    }

    /** An account's followers, 1 to 200 at a time; a null cursor begins. */
    public Answer<Page<XUser>> followers(UserId id, int count, @Nullable String cursor) {
        UserLists.checkCount(count, MOST_FOLLOWERS);
        return wire.call(
                page("/1.1/followers/list.json", id, count, cursor),
                body -> new Page<>(users(Json.child(body, "users")), next(body)));
    }

    /** Whose credentials these are. */
    public Answer<XUser> verifyCredentials() {
        return wire.call(Call.get("/1.1/account/verify_credentials.json"), UserJson::v1);
    }

    private static Call page(String path, UserId id, int count, @Nullable String cursor) {
        return Call.get(path)
                .with("user_id", id.value())
                .with("count", Integer.toString(count))
                .with("cursor", cursor == null ? FIRST_PAGE : cursor);
    }

    // As a number it may be beyond 2^53.
    private static @Nullable String next(JsonNode body) {
        String next = Json.text(body, "next_cursor_str");
        return next.equals(LAST_PAGE) ? null : next;
    }

    private static List<XUser> users(JsonNode users) {
        if (!users.isArray()) {
            throw new UnexpectedJsonException("no list of users");
        }
        return UserLists.readable(users, UserJson::v1);
    }

    private static Friendship friendship(JsonNode body) {
        JsonNode relationship = Json.child(body, "relationship");
        JsonNode source = relationship.path("source");
        return new Friendship(
                new UserId(Json.text(source, "id_str")),
                new UserId(Json.text(relationship.path("target"), "id_str")),
                Json.flag(source, "following"),
                Json.flag(source, "followed_by"),
                Json.flag(source, "can_dm"),
                source.path("blocking").asBoolean(false),
                source.path("blocked_by").asBoolean(false));
    }

    private static String joined(Collection<?> names) {
        return names.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
