package com.dmverify.x;

/** What a call to X is authorised with. */
public sealed interface Credentials permits OAuth1Credentials, OAuth2Credentials, AppOnlyCredentials {}
