package com.dmverify.x.user;

import com.dmverify.x.Answer;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.XUser;
import com.dmverify.x.wire.Wire;

/**
 * Looks accounts up, in either API version. Who does not exist is {@code TargetUnknown}, who is suspended {@code
 * TargetSuspended}, who hides from us {@code TargetClosed}.
 */
public interface Users {

    /** Who has this handle now. */
    Answer<XUser> byHandle(Handle handle);

    /** What this account is called now. */
    Answer<XUser> byId(UserId id);

    /** Whose credentials these are: not for app-only ones. */
    Answer<XUser> me();

    /** The users of this API version. */
    static Users of(ApiVersion apiVersion, Wire wire) {
        return switch (apiVersion) {
            case V2 -> new UsersV2(wire);
            case V1_1 -> new UsersV1(wire);
        };
    }
}
