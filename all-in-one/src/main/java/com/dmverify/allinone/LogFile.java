package com.dmverify.allinone;

/** The log file of the services; the console shows the story alone. */
final class LogFile {

    private LogFile() {}

    static String file() {
        return System.getProperty("quickstart.log", "quickstart.log");
    }
}
