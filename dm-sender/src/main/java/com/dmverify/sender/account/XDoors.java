package com.dmverify.sender.account;

import com.dmverify.x.dm.DirectMessages;
import com.dmverify.x.user.Users;

/** What an account does at X, with its own credentials. */
public record XDoors(DirectMessages messages, Users users) {}
