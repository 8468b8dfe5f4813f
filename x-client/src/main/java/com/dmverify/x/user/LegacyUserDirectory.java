package com.dmverify.x.user;

import com.dmverify.x.Answer;
import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.XUser;
import com.dmverify.x.call.Call;
import com.dmverify.x.http.CallExecutor;
import com.dmverify.x.json.Json;
import com.dmverify.x.json.UnexpectedJsonException;
import com.dmverify.x.page.Page;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Looks up many users, followers and friendships in v1.1. Source: X's v1.1 pages "GET users/lookup", "GET
 * friendships/show", "GET followers/ids" and "/list".
 */
public final class LegacyUserDirectory {

    private static final int MOST_AT_ONCE = 100;
    private static final int MOST_IDS = 5_000;
    private static final int MOST_FOLLOWERS = 200;
    private static final String FIRST_PAGE = "-1";
    private static final String LAST_PAGE = "0";

    private final CallExecutor executor;

    public LegacyUserDirectory(CallExecutor executor) {
        this.executor = executor;
    }

    /** The existing users of up to 100 handles and ids together, in any order; {@code TargetUnknown} if none exists. */
    public Answer<List<XUser>> lookup(Collection<Handle> handles, Collection<UserId> ids) {
        UserLists.checkCount(handles.size() + ids.size(), MOST_AT_ONCE);
        Call call = Call.get("/1.1/users/lookup.json");
        call = handles.isEmpty() ? call : call.with("screen_name", joined(handles));
        return executor.execute(ids.isEmpty() ? call : call.with("user_id", joined(ids)), LegacyUserDirectory::users);
    }

    /** The relation of one account to another, also whether it may send messages to it. */
    public Answer<Friendship> friendship(UserId source, UserId target) {
        Call call = Call.get("/1.1/friendships/show.json")
                .with("source_id", source.value())
                .with("target_id", target.value());
        return executor.execute(call, LegacyUserDirectory::friendship);
    }

    /** The ids of an account's followers, 1 to 5,000 per page; the cursor of the first page is null. */
    public Answer<Page<UserId>> followerIds(UserId id, int count, @Nullable String cursor) {
        UserLists.checkCount(count, MOST_IDS);
        return executor.execute(
                page("/1.1/followers/ids.json", id, count, cursor).with("stringify_ids", "true"),
                body -> new Page<>(
                        Json.each(Json.child(body, "ids"), node -> new UserId(node.asString("")))
                                .toList(),
                        next(body)));
    }

    /** An account's followers, 1 to 200 per page; the cursor of the first page is null. */
    public Answer<Page<XUser>> followers(UserId id, int count, @Nullable String cursor) {
        UserLists.checkCount(count, MOST_FOLLOWERS);
        return executor.execute(
                page("/1.1/followers/list.json", id, count, cursor),
                body -> new Page<>(users(Json.child(body, "users")), next(body)));
    }

    /** The account of the credentials. */
    public Answer<XUser> verifyCredentials() {
        return executor.execute(Call.get("/1.1/account/verify_credentials.json"), UserJson::v1);
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
