package com.dmverify.connections.x;

import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Calls {@code POST /2/oauth2/revoke} (RFC 7009), for which Spring Security has no client. */
final class RevocationEndpoint {

    private final RestClient http;

    RevocationEndpoint(RestClient.Builder http) {
        this.http = http.clone().build();
    }

    /** Whether X confirmed the revocation. */
    boolean revoke(ConnectedAccount account, String token) {
        boolean confidential = ClientAuthenticationMethod.CLIENT_SECRET_BASIC.equals(
                account.app().getClientAuthenticationMethod());
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("token", token);
        if (!confidential) {
            form.add("client_id", account.app().getClientId());
        }
        try {
            http.post()
                    .uri(account.api().resolve("/2/oauth2/revoke"))
                    .headers(headers -> {
                        if (confidential) {
                            headers.setBasicAuth(
                                    account.app().getClientId(), account.app().getClientSecret());
                        }
                    })
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .retrieve()
                    .toBodilessEntity();
            return true;
        } catch (RestClientException e) {
            return false;
        }
    }
}
