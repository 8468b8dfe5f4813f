package com.dmverify.sandbox.limit;

import com.dmverify.sandbox.Resettable;
import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.ApiVersion;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The used part of X's limits. A call takes from all of its windows or, if one is used up, from none. The headers show every
 * window; {@code x-rate-limit-*} is always the short one, also if the long one is used up.
 */
@Component
@Order(5)
public class Budget implements Resettable {

    private static final String SHORT = "x-rate-limit-";
    private static final String USER_DAY = "x-user-limit-24hour-";
    private static final String APP_DAY = "x-app-limit-24hour-";

    private final LimitProperties properties;
    private final Clock clock;
    private final Map<String, LimitWindow> windows = new HashMap<>();
    private Limits limits;

    Budget(LimitProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.limits = properties.limits();
    }

    /** Takes one DM. Returns the headers for the answer, or throws the error with them. */
    public synchronized Map<String, String> takeDm(ApiVersion apiVersion, String user, String app) {
        DmLimits dm = of(apiVersion);
        String key = apiVersion.name();
        List<WindowLimit> windowLimits = new ArrayList<>(3);
        windowLimit(windowLimits, SHORT, key + " dm-15min " + user, dm.per15Minutes(), limits.window15min());
        windowLimit(windowLimits, USER_DAY, key + " dm-24h " + user, dm.per24Hours(), limits.window24h());
        windowLimit(windowLimits, APP_DAY, key + " dm-24h-app " + app, dm.per24HoursOfApp(), limits.window24h());
        return take(windowLimits);
    }

    /** Takes one other call from its documented limit in the short window; 0 is no limit. */
    public synchronized Map<String, String> takeRead(String endpoint, String who, int documented) {
        List<WindowLimit> windowLimits = new ArrayList<>(1);
        windowLimit(windowLimits, SHORT, endpoint + ' ' + who, limits.read(documented), limits.window15min());
        return take(windowLimits);
    }

    /** Sets the limits and begins new windows. */
    public synchronized void limits(Limits newLimits) {
        limits = newLimits;
        windows.clear();
    }

    public synchronized Limits limits() {
        return limits;
    }

    /** The usage of this user and app; v1.1 is included only if something was used. */
    public synchronized List<LimitUsage> used(String user, String app) {
        List<LimitUsage> all = new ArrayList<>(used(ApiVersion.V2, "", user, app));
        used(ApiVersion.V1, "v1_", user, app).stream()
                .filter(usage -> usage.used() > 0)
                .forEach(all::add);
        return all;
    }

    private List<LimitUsage> used(ApiVersion apiVersion, String prefix, String user, String app) {
        DmLimits dm = of(apiVersion);
        String key = apiVersion.name();
        return List.of(
                usage(prefix + "dm_15min", key + " dm-15min " + user, dm.per15Minutes()),
                usage(prefix + "dm_24h", key + " dm-24h " + user, dm.per24Hours()),
                usage(prefix + "dm_24h_app", key + " dm-24h-app " + app, dm.per24HoursOfApp()));
    }

    private DmLimits of(ApiVersion apiVersion) {
        return apiVersion == ApiVersion.V1 ? limits.v1() : limits.v2();
    }

    @Override
    public void reset() {
        limits(properties.limits());
    }

    private void windowLimit(List<WindowLimit> windowLimits, String header, String key, int limit, Duration length) {
        if (limit > 0) {
            windowLimits.add(
                    new WindowLimit(windows.computeIfAbsent(key, _ -> new LimitWindow(header)), limit, length));
        }
    }

    private Map<String, String> take(List<WindowLimit> windowLimits) {
        long now = clock.millis();
        boolean available = true;
        for (WindowLimit windowLimit : windowLimits) {
            available &= windowLimit.hasCapacity(now);
        }
        if (available) {
            windowLimits.forEach(windowLimit -> windowLimit.window().take());
        }
        Map<String, String> headers = LinkedHashMap.newLinkedHashMap(3 * windowLimits.size());
        windowLimits.forEach(windowLimit -> windowLimit.write(headers));
        if (!available) {
            throw ApiException.of(ApiError.RATE_LIMITED).with(headers);
        }
        return headers;
    }

    private LimitUsage usage(String name, String key, int limit) {
        LimitWindow window = windows.get(key);
        int used = window == null ? 0 : window.used(clock.millis());
        return new LimitUsage(name, used, limit, used == 0 || window == null ? null : window.endsAt());
    }
}
