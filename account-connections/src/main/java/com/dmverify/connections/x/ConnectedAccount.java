package com.dmverify.connections.x;

import com.dmverify.connections.connection.Grant;
import java.net.URI;
import java.util.Optional;
import org.springframework.security.oauth2.client.registration.ClientRegistration;

/**
 * An account with OAuth 2.0 in the configuration, and its app.
 *
 * @param name in the configuration
 * @param handle without the {@code @}, for display
 * @param userId the account that has to consent
 * @param app Spring Security's client registration
 * @param api the base URL of X's API
 */
public record ConnectedAccount(String name, String handle, String userId, ClientRegistration app, URI api) {

    /** Why stored tokens do not belong to this account and app; empty if they do. */
    public Optional<String> mismatchWith(Grant grant) {
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
