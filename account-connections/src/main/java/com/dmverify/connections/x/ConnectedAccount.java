package com.dmverify.connections.x;

import com.dmverify.connections.connection.Grant;
import java.net.URI;
import java.util.Optional;
import org.springframework.security.oauth2.client.registration.ClientRegistration;

/**
 * An account of the configuration that is to be connected, and the app that acts for it.
 *
 * @param name in the configuration
 * @param handle without the {@code @}, for people
 * @param userId who has to consent
 * @param app as Spring Security knows it
 * @param api where X's API is
 */
public record ConnectedAccount(String name, String handle, String userId, ClientRegistration app, URI api) {

    /** Why tokens that were stored once are not this account's any more. */
    public Optional<String> objectionTo(Grant grant) {
        if (!grant.owner().userId().equals(userId)) {
            return Optional.of("the tokens are those of @" + grant.owner().handle() + " (id "
                    + grant.owner().userId() + "), and the configuration says id " + userId);
        }
        return grant.clientId().equals(app.getClientId())
                ? Optional.empty()
                : Optional.of("the tokens were given to another app");
    }

    @Override
    public String toString() {
        return "ConnectedAccount[name=" + name + ", handle=" + handle + ", userId=" + userId + "]";
    }
}
