package com.dmverify.sandbox.access;

import com.dmverify.sandbox.person.DmSetting;
import com.dmverify.sandbox.person.Person;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The apps, brands and users that exist at the start and after a reset.
 *
 * @param apps at least one
 * @param brands the accounts that send; the first is "the brand" of the control calls
 * @param users the users that exist at the start
 * @param plan {@code open}, or {@code self-serve} as X sells it today: v1.1 answers 403 with code 453
 */
@ConfigurationProperties("x-sandbox.accounts")
record AccountProperties(
        List<AppSettings> apps,
        List<BrandSettings> brands,
        @DefaultValue List<UserSettings> users,
        @DefaultValue("open") Plan plan) {

    /**
     * An app.
     *
     * @param clientType confidential apps authenticate with their secret, public apps have none
     * @param callbacks registered callback addresses, compared exactly; {@code loopback} allows any port of this machine
     */
    record AppSettings(
            String id,
            String name,
            String consumerKey,
            String consumerSecret,
            String clientId,
            String clientSecret,
            @DefaultValue("confidential") OAuth2Client.Kind clientType,
            @DefaultValue("direct-messages") Permission permission,
            @DefaultValue(App.LOOPBACK) List<String> callbacks) {

        App app() {
            OAuth2Client client = new OAuth2Client(clientId, clientSecret, clientType);
            return new App(id, name, consumerKey, consumerSecret, client, permission, callbacks);
        }

        @Override
        public String toString() {
            return app().toString();
        }
    }

    /**
     * A brand's account.
     *
     * @param app the id of its app; the first app by default
     */
    record BrandSettings(
            long id,
            String username,
            String name,
            String token,
            String tokenSecret,
            @Nullable String app) {

        Person person(Instant createdAt) {
            return Person.of(id, username, createdAt).named(name);
        }

        @Override
        public String toString() {
            return "BrandSettings[id=" + id + ", username=" + username + "]";
        }
    }

    /**
     * A user that exists at the start.
     *
     * @param followsBrand whether the user follows the first brand
     */
    record UserSettings(
            long id,
            String username,
            String name,
            @DefaultValue("false") boolean followsBrand,
            @DefaultValue("everyone") DmSetting dmSetting,
            @DefaultValue("false") boolean suspended) {

        Person person(Instant createdAt) {
            return Person.of(id, username, createdAt)
                    .named(name)
                    .withDmSetting(dmSetting)
                    .withSuspended(suspended);
        }
    }
}
