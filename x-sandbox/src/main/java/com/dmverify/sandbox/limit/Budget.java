package com.dmverify.sandbox.limit;

import com.dmverify.sandbox.Resettable;
import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.wire.Generation;
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
 * What was used of X's budget. A call takes from all of its windows or, when one is used up, from none. The headers
 * name every window; the one called {@code x-rate-limit-*} is the short one even when the long one is the reason.
 */
@Component
@Order(5)
public class Budget implements Resettable {

    private static final String SHORT = "x-rate-limit-";
    private static final String USER_DAY = "x-user-limit-24hour-";
    private static final String APP_DAY = "x-app-limit-24hour-";

    private final LimitProperties properties;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new HashMap<>();
    private Limits limits;

    Budget(LimitProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.limits = properties.limits();
    }

    /** For one DM: the headers for its answer, or the refusal that carries them. */
    public synchronized Map<String, String> takeDm(Generation generation, String user, String app) {
        DmLimits dm = of(generation);
        String key = generation.name();
        List<Slot> slots = new ArrayList<>(3);
        slot(slots, SHORT, key + " dm-15min " + user, dm.per15Minutes(), limits.window15min());
        slot(slots, USER_DAY, key + " dm-24h " + user, dm.per24Hours(), limits.window24h());
        slot(slots, APP_DAY, key + " dm-24h-app " + app, dm.per24HoursOfApp(), limits.window24h());
        return take(slots);
    }

    /** For any other call, with its documented limit in the short window; 0 is none. */
    public synchronized Map<String, String> takeRead(String endpoint, String who, int documented) {
        List<Slot> slots = new ArrayList<>(1);
        slot(slots, SHORT, endpoint + ' ' + who, limits.read(documented), limits.window15min());
        return take(slots);
    }

    /** A new budget; the windows start anew. */
    public synchronized void limits(Limits newLimits) {
        limits = newLimits;
        buckets.clear();
    }

    public synchronized Limits limits() {
        return limits;
    }

    /** What this user and this app have used, for those who look; of v1.1 only when something was used. */
    public synchronized List<Usage> used(String user, String app) {
        List<Usage> all = new ArrayList<>(used(Generation.V2, "", user, app));
        used(Generation.V1, "v1_", user, app).stream()
                .filter(usage -> usage.used() > 0)
                .forEach(all::add);
        return all;
    }

    private List<Usage> used(Generation generation, String prefix, String user, String app) {
        DmLimits dm = of(generation);
        String key = generation.name();
        return List.of(
                usage(prefix + "dm_15min", key + " dm-15min " + user, dm.per15Minutes()),
                usage(prefix + "dm_24h", key + " dm-24h " + user, dm.per24Hours()),
                usage(prefix + "dm_24h_app", key + " dm-24h-app " + app, dm.per24HoursOfApp()));
    }

    private DmLimits of(Generation generation) {
        return generation == Generation.V1 ? limits.v1() : limits.v2();
    }

    @Override
    public void reset() {
        limits(properties.limits());
    }

    private void slot(List<Slot> slots, String header, String key, int limit, Duration length) {
        if (limit > 0) {
            slots.add(new Slot(buckets.computeIfAbsent(key, _ -> new Bucket(header)), limit, length));
        }
    }

    private Map<String, String> take(List<Slot> slots) {
        long now = clock.millis();
        boolean room = true;
        for (Slot slot : slots) {
            room &= slot.hasRoom(now);
        }
        if (room) {
            slots.forEach(slot -> slot.bucket().take());
        }
        Map<String, String> headers = LinkedHashMap.newLinkedHashMap(3 * slots.size());
        slots.forEach(slot -> slot.write(headers));
        if (!room) {
            throw Refused.because(Refusal.RATE_LIMITED).with(headers);
        }
        return headers;
    }

    private Usage usage(String name, String key, int limit) {
        Bucket bucket = buckets.get(key);
        int used = bucket == null ? 0 : bucket.used(clock.millis());
        return new Usage(name, used, limit, used == 0 || bucket == null ? null : bucket.endsAt());
    }
}
