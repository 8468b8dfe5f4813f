package com.dmverify.x;

/** Credentials that authorise calls to X. */
public sealed interface Credentials permits OAuth1Credentials, OAuth2Credentials, AppOnlyCredentials {}
