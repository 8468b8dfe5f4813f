package com.dmverify.x.user;

import com.dmverify.x.Answer;
import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.XUser;
import com.dmverify.x.call.Call;
import com.dmverify.x.http.CallExecutor;
import com.dmverify.x.json.Json;

/** Source: X's pages "Get user by username", "Get user by id" and "Get my user". */
final class UsersV2 implements Users {

    private static final String FIELDS = "connection_status,receives_your_dm";

    private final CallExecutor executor;

    UsersV2(CallExecutor executor) {
        this.executor = executor;
    }

    @Override
    public Answer<XUser> byHandle(Handle handle) {
        return user(Call.get("/2/users/by/username/" + handle));
    }

    @Override
    public Answer<XUser> byId(UserId id) {
        return user(Call.get("/2/users/" + id));
    }

    @Override
    public Answer<XUser> me() {
        return user(Call.get("/2/users/me"));
    }

    private Answer<XUser> user(Call call) {
        return executor.execute(call.with("user.fields", FIELDS), body -> UserJson.v2(Json.child(body, "data")));
    }
}
