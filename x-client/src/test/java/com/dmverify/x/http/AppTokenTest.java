package com.dmverify.x.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.Answer;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.AppOnlyCredentials;
import com.dmverify.x.Credentials;
import com.dmverify.x.OAuth2Credentials;
import com.dmverify.x.TokenSource;
import com.dmverify.x.UserId;
import com.dmverify.x.XClient;
import com.dmverify.x.XError;
import com.dmverify.x.recorded.RecordedX;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppTokenTest {

    private static final String UNAUTHORIZED =
            "{\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"Unauthorized\"}";
    private static final String USER =
            "{\"data\":{\"id\":\"2244994945\",\"name\":\"Developers\",\"username\":\"XDevelopers\"}}";

    /** The worked example of X's page "OAuth 2.0 Application-Only". */
    private static final AppOnlyCredentials APP =
            new AppOnlyCredentials("xvz1evFS4wEEPTGEFPHBog", "L8qq9PZyRg6ieKGEKhZolGC0vJWLw8iEJ88DRdyOg");

    @Test
    void theTokenIsFetchedOnceAndKept() {
        try (RecordedX x = new RecordedX()
                        .says(200, "{\"token_type\":\"bearer\",\"access_token\":\"AAAA%2FAAA\"}")
                        .says(200, USER);
                XClient client = client(x, APP)) {
            // When
            client.users(ApiVersion.V2).byId(new UserId("2244994945"));
            client.users(ApiVersion.V2).byId(new UserId("2244994945"));
            // Then
            assertThat(x.asked()).hasSize(3);
            assertThat(x.asked().getFirst().line()).isEqualTo("POST /oauth2/token");
            assertThat(x.asked().getFirst().body()).isEqualTo("grant_type=client_credentials");
            assertThat(x.asked().getFirst().header("authorization"))
                    .isEqualTo("Basic eHZ6MWV2RlM0d0VFUFRHRUZQSEJvZzpMOHFxOVBaeVJnNmllS0dFS2hab2xHQzB2SldMdzhpRUo4OER"
                            + "SZHlPZw==");
            assertThat(x.lastAsked().header("authorization")).isEqualTo("Bearer AAAA%2FAAA");
        }
    }

    @Test
    void aRefusedTokenIsFetchedAgain() {
        try (RecordedX x = new RecordedX()
                        .says(200, "{\"token_type\":\"bearer\",\"access_token\":\"first\"}")
                        .says(401, UNAUTHORIZED)
                        .says(200, "{\"token_type\":\"bearer\",\"access_token\":\"second\"}")
                        .says(200, USER);
                XClient client = client(x, APP)) {
            // When
            Answer<?> refused = client.users(ApiVersion.V2).byId(new UserId("2244994945"));
            Answer<?> taken = client.users(ApiVersion.V2).byId(new UserId("2244994945"));
            // Then
            assertThat(refused).isInstanceOf(Answer.Failed.class);
            assertThat(taken).isInstanceOf(Answer.Ok.class);
            assertThat(x.lastAsked().header("authorization")).isEqualTo("Bearer second");
        }
    }

    @Test
    void wrongKeysAreAMisconfiguration() {
        try (RecordedX x = new RecordedX().says(403, """
                        {"errors":[{"code":99,"label":"authenticity_token_error",\
                        "message":"Unable to verify your credentials"}]}""");
                XClient client = client(x, APP)) {
            Answer<?> answer = client.users(ApiVersion.V2).byId(new UserId("2244994945"));
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Failed.class,
                            failed -> assertThat(failed.error())
                                    .isEqualTo(new XError.AppMisconfigured("Unable to verify your credentials", 403)));
            assertThat(x.asked()).hasSize(1);
        }
    }

    @Test
    void aUserTokenIsRequestedBeforeEveryCall() {
        Iterator<String> tokens = List.of("first", "second").iterator();
        try (RecordedX x = new RecordedX().says(200, USER);
                XClient client = client(x, new OAuth2Credentials(tokens::next))) {
            client.users(ApiVersion.V2).byId(new UserId("2244994945"));
            client.users(ApiVersion.V2).byId(new UserId("2244994945"));
            assertThat(x.asked())
                    .extracting(asked -> asked.header("authorization"))
                    .containsExactly("Bearer first", "Bearer second");
        }
    }

    @Test
    void aRefusedUserTokenIsReplacedOnce() {
        // Given
        Renewing tokens = new Renewing();
        try (RecordedX x = new RecordedX()
                        .says(401, UNAUTHORIZED)
                        .says(200, USER)
                        .says(401, UNAUTHORIZED)
                        .says(401, UNAUTHORIZED);
                XClient client = client(x, new OAuth2Credentials(tokens))) {
            // When
            Answer<?> first = client.users(ApiVersion.V2).byId(new UserId("2244994945"));
            Answer<?> second = client.users(ApiVersion.V2).byId(new UserId("2244994945"));
            // Then
            assertThat(first).isInstanceOf(Answer.Ok.class);
            assertThat(second).isInstanceOf(Answer.Failed.class);
            assertThat(x.asked())
                    .extracting(asked -> asked.header("authorization"))
                    .containsExactly("Bearer 1", "Bearer 2", "Bearer 2", "Bearer 3");
        }
    }

    /** Supplies another token after each refusal. */
    private static final class Renewing implements TokenSource {

        private int token = 1;

        @Override
        public String token() {
            return String.valueOf(token);
        }

        @Override
        public boolean refused(String refused) {
            token = Integer.parseInt(refused) + 1;
            return true;
        }
    }

    private static XClient client(RecordedX x, Credentials credentials) {
        return XClient.builder().baseUrl(x.url()).credentials(credentials).build();
    }
}
