package com.dmverify.x.dm.v1;

/** The app that a message was sent with. */
public record App(String id, String name, String url) {}
