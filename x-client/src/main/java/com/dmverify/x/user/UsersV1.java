package com.dmverify.x.user;

import com.dmverify.x.Answer;
import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.XUser;
import com.dmverify.x.call.Call;
import com.dmverify.x.http.CallExecutor;

/** Source: X's v1.1 pages "GET users/show" and "GET account/verify_credentials". */
final class UsersV1 implements Users {

    private static final String SHOW = "/1.1/users/show.json";

    private final CallExecutor executor;

    UsersV1(CallExecutor executor) {
        this.executor = executor;
    }

    @Override
    public Answer<XUser> byHandle(Handle handle) {
        return executor.execute(Call.get(SHOW).with("screen_name", handle.value()), UserJson::v1);
    }

    @Override
    public Answer<XUser> byId(UserId id) {
        return executor.execute(Call.get(SHOW).with("user_id", id.value()), UserJson::v1);
    }

    @Override
    public Answer<XUser> me() {
        return executor.execute(Call.get("/1.1/account/verify_credentials.json"), UserJson::v1);
    }
}
