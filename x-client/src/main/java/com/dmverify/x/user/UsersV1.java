package com.dmverify.x.user;

import com.dmverify.x.Answer;
import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.XUser;
import com.dmverify.x.json.Json;
import com.dmverify.x.wire.Call;
import com.dmverify.x.wire.Wire;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Source: X's v1.1 page "GET users/show". */
final class UsersV1 implements Users {

    private static final String SHOW = "/1.1/users/show.json";

    private final Wire wire;

    UsersV1(Wire wire) {
        this.wire = wire;
    }

    @Override
    public Answer<XUser> byHandle(Handle handle) {
        return wire.call(Call.get(SHOW).with("screen_name", handle.value()), UsersV1::user);
    }

    @Override
    public Answer<XUser> byId(UserId id) {
        return wire.call(Call.get(SHOW).with("user_id", id.value()), UsersV1::user);
    }

    // "id" is a number beyond 2^53 for many; "id_str" is the same without the risk.
    static XUser user(JsonNode user) {
        return new XUser(
                new UserId(Json.text(user, "id_str")),
                new Handle(Json.text(user, "screen_name")),
                Json.optionalText(user, "name").orElse(""),
                null,
                Set.of());
    }
}
