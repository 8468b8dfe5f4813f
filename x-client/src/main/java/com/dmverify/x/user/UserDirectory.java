package com.dmverify.x.user;

import com.dmverify.x.Answer;
import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.XUser;
import com.dmverify.x.call.Call;
import com.dmverify.x.http.CallExecutor;
import com.dmverify.x.json.Json;
import com.dmverify.x.page.Page;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Looks up many users and followers in v2. Source: X's pages "Users lookup" and "Get followers". */
public final class UserDirectory {

    private static final int MOST_AT_ONCE = 100;
    private static final int MOST_FOLLOWERS = 1_000;

    private final CallExecutor executor;

    public UserDirectory(CallExecutor executor) {
        this.executor = executor;
    }

    /** The existing users of 1 to 100 handles; {@code TargetUnknown} if none exists. */
    public Answer<List<XUser>> byHandles(Collection<Handle> handles) {
        return list(Call.get("/2/users/by").with("usernames", joined(handles)));
    }

    /** The existing users of 1 to 100 ids; {@code TargetUnknown} if none exists. */
    public Answer<List<XUser>> byIds(Collection<UserId> ids) {
        return list(Call.get("/2/users").with("ids", joined(ids)));
    }

    /** The account of the credentials; not for app-only ones. */
    public Answer<XUser> me() {
        return executor.execute(Call.get("/2/users/me"), body -> UserJson.v2(Json.child(body, "data")));
    }

    /**
     * The followers of this account.
     *
     * @param maxResults 1 to 1,000
     * @param pageToken null for the first page, then {@code next} of the page before
     */
    public Answer<Page<XUser>> followers(UserId id, int maxResults, @Nullable String pageToken) {
        UserLists.checkCount(maxResults, MOST_FOLLOWERS);
        Call call = Call.get("/2/users/" + id + "/followers").with("max_results", Integer.toString(maxResults));
        return executor.execute(
                pageToken == null ? call : call.with("pagination_token", pageToken),
                body -> new Page<>(users(body), Json.textOrNull(Json.child(body, "meta"), "next_token")));
    }

    private Answer<List<XUser>> list(Call call) {
        return executor.execute(call.with("user.fields", "connection_status,receives_your_dm"), body -> {
            Json.child(body, "data");
            return users(body);
        });
    }

    private static List<XUser> users(JsonNode body) {
        return UserLists.readable(body.path("data"), UserJson::v2);
    }

    private static String joined(Collection<?> names) {
        UserLists.checkCount(names.size(), MOST_AT_ONCE);
        return names.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
