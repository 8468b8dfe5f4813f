package com.dmverify.sandbox.testing;

/** A sandbox with two apps and three brands: the first app has two of them. */
public final class TwoApps {

    public static final String NORTH = "1000000000000000001";
    public static final String SOUTH = "1000000000000000002";
    public static final String EAST = "1000000000000000003";

    private static final String APPS = "x-sandbox.accounts.apps";
    private static final String BRANDS = "x-sandbox.accounts.brands";

    private TwoApps() {}

    public static Sandbox open() {
        return Sandbox.with(
                APPS + "[0].id=1",
                APPS + "[0].name=One",
                APPS + "[0].consumer-key=key-1",
                APPS + "[0].consumer-secret=secret-1",
                APPS + "[0].client-id=client-1",
                APPS + "[0].client-secret=client-secret-1",
                APPS + "[1].id=2",
                APPS + "[1].name=Two",
                APPS + "[1].consumer-key=key-2",
                APPS + "[1].consumer-secret=secret-2",
                APPS + "[1].client-id=client-2",
                APPS + "[1].client-secret=client-secret-2",
                APPS + "[1].permission=read-write",
                APPS + "[1].callbacks=",
                BRANDS + "[0].id=" + NORTH,
                BRANDS + "[0].username=north",
                BRANDS + "[0].name=North",
                BRANDS + "[0].token=t-north",
                BRANDS + "[0].token-secret=ts-north",
                BRANDS + "[1].id=" + SOUTH,
                BRANDS + "[1].username=south",
                BRANDS + "[1].name=South",
                BRANDS + "[1].token=t-south",
                BRANDS + "[1].token-secret=ts-south",
                BRANDS + "[2].id=" + EAST,
                BRANDS + "[2].username=east",
                BRANDS + "[2].name=East",
                BRANDS + "[2].token=t-east",
                BRANDS + "[2].token-secret=ts-east",
                BRANDS + "[2].app=2",
                "x-sandbox.limits.dm-15min=2",
                "x-sandbox.limits.dm-24h-app=3");
    }

    public static XClient brand(Sandbox sandbox, String name, int app) {
        return sandbox.as(Signer.brand().withApp("key-" + app, "secret-" + app).withToken("t-" + name, "ts-" + name));
    }
}
