package com.dmverify.x.user;

import com.dmverify.x.Answer;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.XUser;
import com.dmverify.x.http.CallExecutor;

/**
 * Looks up single users, in either API version. An account that does not exist is {@code TargetUnknown}, a suspended
 * one {@code TargetSuspended}, one that is hidden from us {@code TargetClosed}.
 */
public interface Users {

    /** The user who has this handle now. */
    Answer<XUser> byHandle(Handle handle);

    /** The user with this id, with the current handle. */
    Answer<XUser> byId(UserId id);

    /** The account of the credentials; not for app-only ones. */
    Answer<XUser> me();

    /** The implementation for this API version. */
    static Users of(ApiVersion apiVersion, CallExecutor executor) {
        return switch (apiVersion) {
            case V2 -> new UsersV2(executor);
            case V1_1 -> new UsersV1(executor);
        };
    }
}
