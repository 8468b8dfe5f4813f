package com.dmverify.sandbox.access;

import com.dmverify.sandbox.Resettable;
import com.dmverify.sandbox.access.AccountProperties.BrandSettings;
import com.dmverify.sandbox.access.AccountProperties.UserSettings;
import com.dmverify.sandbox.person.People;
import com.dmverify.sandbox.person.SocialGraph;
import java.time.Clock;
import java.time.Instant;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Creates the configured accounts at the start and at a reset. */
@Component
@Order(1)
class InitialAccounts implements Resettable {

    private final AccountProperties properties;
    private final Apps apps;
    private final UserTokens userTokens;
    private final BearerTokens bearerTokens;
    private final People people;
    private final SocialGraph graph;
    private final Instant createdAt;

    InitialAccounts(
            AccountProperties properties,
            Apps apps,
            UserTokens userTokens,
            BearerTokens bearerTokens,
            People people,
            SocialGraph graph,
            Clock clock) {
        this.properties = properties;
        this.apps = apps;
        this.userTokens = userTokens;
        this.bearerTokens = bearerTokens;
        this.people = people;
        this.graph = graph;
        this.createdAt = clock.instant();
        place();
    }

    @Override
    public void reset() {
        people.clear();
        graph.clear();
        userTokens.clear();
        bearerTokens.clear();
        place();
    }

    private void place() {
        apps.plan(properties.plan());
        properties.brands().forEach(this::brand);
        properties.users().forEach(this::user);
    }

    private void brand(BrandSettings brand) {
        people.add(brand.person(createdAt));
        App app = apps.appOf(brand);
        userTokens.add(new UserToken(brand.token(), brand.tokenSecret(), brand.id(), app, app.permission(), false));
    }

    private void user(UserSettings user) {
        people.add(user.person(createdAt));
        if (user.followsBrand()) {
            graph.follows().add(user.id(), apps.brandIds().getFirst());
        }
    }
}
