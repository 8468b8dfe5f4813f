package com.dmverify.local;

/** A program that starts a Redis, prints its process id, and ends in the given way when its input is closed. */
final class RedisOwner {

    private RedisOwner() {}

    public static void main(String[] arguments) throws Exception {
        LocalRedis redis = LocalRedis.builder().build().start();
        System.out.println(redis.pid());
        int end = System.in.read();
        if (arguments[0].equals("halt")) {
            // No hook runs, as after kill -9.
            Runtime.getRuntime().halt(end);
        }
        System.exit(0);
    }
}
