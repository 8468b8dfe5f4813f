package com.dmverify.allinone;

/** Where the services write what they do, so that the console is left to the story. */
final class Log {

    private Log() {}

    static String file() {
        return System.getProperty("quickstart.log", "quickstart.log");
    }
}
