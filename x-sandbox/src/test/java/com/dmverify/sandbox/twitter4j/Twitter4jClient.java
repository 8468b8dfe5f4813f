package com.dmverify.sandbox.twitter4j;

import com.dmverify.sandbox.testing.Sandbox;
import java.lang.reflect.Field;
import java.util.Properties;
import twitter4j.Twitter;

/** A Twitter4J client that calls the sandbox. */
final class Twitter4jClient {

    private Twitter4jClient() {}

    static Twitter at(Sandbox sandbox) {
        return with(sandbox, "1000000000000000001-sandbox", "sandbox-token-secret");
    }

    static Twitter with(Sandbox sandbox, String token, String secret) {
        Properties properties = addresses(sandbox);
        properties.setProperty("oauth.accessToken", token);
        properties.setProperty("oauth.accessTokenSecret", secret);
        Twitter.TwitterBuilder builder = Twitter.newBuilder().load(properties);
        uploadTo(builder, sandbox.at("/1.1/").toString());
        return builder.build();
    }

    /** The only address that Twitter4J 4.1.2 does not read from a property. */
    private static void uploadTo(Twitter.TwitterBuilder builder, String address) {
        try {
            Field field = Class.forName("twitter4j.Configuration").getDeclaredField("uploadBaseURL");
            field.setAccessible(true);
            field.set(builder, address);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("twitter4j keeps its upload address elsewhere", changed);
        }
    }

    /** The addresses of the sandbox and the credentials of the app. */
    static Properties addresses(Sandbox sandbox) {
        String root = sandbox.at("/").toString();
        Properties properties = new Properties();
        properties.setProperty("restBaseURL", root + "1.1/");
        properties.setProperty("oauth.requestTokenURL", root + "oauth/request_token");
        properties.setProperty("oauth.authorizationURL", root + "oauth/authorize");
        properties.setProperty("oauth.authenticationURL", root + "oauth/authenticate");
        properties.setProperty("oauth.accessTokenURL", root + "oauth/access_token");
        properties.setProperty("oauth.consumerKey", "sandbox-consumer-key");
        properties.setProperty("oauth.consumerSecret", "sandbox-consumer-secret");
        return properties;
    }
}
