package com.dmverify.connections.page;

/** The paths of the pages. */
final class Paths {

    static final String ROOT = "/connections";
    static final String CALLBACK = ROOT + "/callback";
    static final String STYLE = ROOT + "/style.css";

    private Paths() {}
}
