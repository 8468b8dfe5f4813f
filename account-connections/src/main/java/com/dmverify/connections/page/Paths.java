package com.dmverify.connections.page;

/** Where the pages are. */
final class Paths {

    static final String ROOT = "/connections";
    static final String CALLBACK = ROOT + "/callback";
    static final String STYLE = ROOT + "/style.css";

    private Paths() {}
}
