package com.dmverify.sandbox.limit;

/** The limits of DMs in one API version; 0 is no limit. */
public record DmLimits(int per15Minutes, int per24Hours, int per24HoursOfApp) {

    public DmLimits {
        if (per15Minutes < 0 || per24Hours < 0 || per24HoursOfApp < 0) {
            throw new IllegalArgumentException("a limit is 0 (none) or more");
        }
    }
}
