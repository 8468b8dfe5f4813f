package com.dmverify.x.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.OAuth1Credentials;
import java.net.URI;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureVectorsTest {

    private static final String NONCE = "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg";
    private static final long TIMESTAMP = 1318622958;
    private static final OAuth1Credentials KEYS = new OAuth1Credentials(
            "xvz1evFS4wEEPTGEFPHBog",
            "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
            "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb",
            "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE");

    private static final String STATUS = "status=Hello%20Ladies%20%2b%20Gentlemen%2c%20a%20signed%20OAuth%20request%21";

    /** With the keys, nonce and time of X's page "Creating a signature". */
    static Stream<Vector> x() {
        return Stream.of(
                // One example of X's pages with three published signatures: the URL decides.
                x("POST", "https://api.x.com/1.1/statuses/update.json?include_entities=true")
                        .form(STATUS)
                        .gives("Ls93hJiZbQ3akF3HF3x1Bz8/zU4="),
                x("POST", "https://api.twitter.com/1.1/statuses/update.json?include_entities=true")
                        .form(STATUS)
                        .gives("hCtSmYh+iHYCEqBWrE7C7hYmtUk="),
                x("POST", "https://api.twitter.com/1/statuses/update.json?include_entities=true")
                        .form(STATUS)
                        .gives("tnnArxj06cWHq44gCs1OSKk/jLY="),
                // JSON bodies are not signed.
                x("POST", "https://api.x.com/1.1/direct_messages/events/new.json")
                        .gives("Xt2L45sZVfR3XX3sbVgZKhuP1OQ="),
                x("POST", "https://api.twitter.com/1.1/direct_messages/events/new.json")
                        .gives("7z+nKFSiTmLyKcVzjswQcU+GwWY="),
                x("POST", "http://127.0.0.1:8080/1.1/direct_messages/events/new.json")
                        .gives("9sNsoGe7HIluzRDlKfwkjtvGKLU="),
                x("GET", "https://api.x.com/1.1/direct_messages/events/list.json?count=50")
                        .gives("0d6CQKLmITC3lLnhvUiuOJ8dMNk="),
                x(
                                "GET",
                                "https://api.x.com/1.1/direct_messages/events/list.json?count=50"
                                        + "&cursor=MTE0MjA5ODA3OTUyNjYwMDcwOA%3D%3D")
                        .gives("fXZAOidrGycwdX7zAdXP+7TLHy0="),
                x("DELETE", "https://api.x.com/1.1/direct_messages/events/destroy.json?id=938178981337088004")
                        .gives("CV8YwScjHhtYLLfF7EWC2LIVwog="),
                x("POST", "https://api.x.com/1.1/direct_messages/indicate_typing.json?recipient_id=844385345234")
                        .gives("2aPxyqx9V1Rz+v1+Gyq9SYvPWSQ="),
                x("POST", "https://api.x.com/1.1/direct_messages/indicate_typing.json")
                        .form("recipient_id=844385345234")
                        .gives("2aPxyqx9V1Rz+v1+Gyq9SYvPWSQ="),
                x("GET", "https://api.x.com/1.1/users/lookup.json?screen_name=twitterapi,twitter")
                        .gives("p9n/5w8qPCA3imwOfLt+K5BmUmc="),
                x("POST", "https://api.x.com/2/dm_conversations/with/844385345234/messages")
                        .gives("6EQ7+RSamvKp4REzSOp8kS3nTGU="),
                x("POST", "https://127.0.0.1:8443/2/dm_conversations/with/844385345234/messages")
                        .gives("i+832vlTaWxaR73Up4tPKn9q+U0="),
                x(
                                "GET",
                                "https://api.x.com/2/users/by/username/TwitterDev"
                                        + "?user.fields=connection_status,receives_your_dm")
                        .gives("9kh6GT4zDP782X5gz+R4CEuVzSw="),
                x(
                                "GET",
                                "https://api.x.com/2/users/by?usernames=TwitterDev,TwitterAPI"
                                        + "&user.fields=connection_status,receives_your_dm")
                        .gives("BItZGR0qYjmqeuCWU0OKQuq6m3c="));
    }

    /** With other keys, without a token, or without a version. */
    static Stream<Vector> others() {
        String photos = "https://photos.example.net/";
        String rfcRequest = "http://example.com/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b";
        return Stream.of(
                Vector.of("X, no token", "POST", "https://api.x.com/oauth/request_token")
                        .app(KEYS.consumerKey(), KEYS.consumerSecret())
                        .at(NONCE, TIMESTAMP)
                        .version1()
                        .with("oauth_callback", "https://example.com/cb")
                        .gives("OSawBwdIMRAqVBP8VQos5RDc0/k="),
                logInRequest("api.twitter.com").gives("F1Li3tvehgcraF8DMJ7OyxO4w9Y="),
                logInRequest("api.x.com").gives("X9xhcB9d+NxXd/ThJ/n51vPhetM="),
                logInAccess("api.twitter.com").gives("39cipBtIOHEEnybAR4sATQTpl2I="),
                logInAccess("api.x.com").gives("G3DdousFWwxEepaZcmHguKqeBvs="),
                rfc("RFC 5849 1.2 initiate", "POST", photos + "initiate")
                        .at("wIjqoS", 137131200)
                        .with("oauth_callback", "http://printer.example.com/ready")
                        .gives("74KNZJeDHnMBp0EMJ9ZHt/XKycU="),
                rfc("RFC 5849 1.2 token", "POST", photos + "token")
                        .token("hh5s93j4hdidpola", "hdhd0244k9j7ao03")
                        .at("walatlh", 137131201)
                        .with("oauth_verifier", "hfdp7dh39dks9884")
                        .gives("gKgrFCywp7rO0OXSjdot/IHF7IU="),
                rfc("RFC 5849 1.2 photos", "GET", "http://photos.example.net/photos?file=vacation.jpg&size=original")
                        .token("nnch734d00sl2jdk", "pfkkdhi9sl3r4s00")
                        .at("chapoH", 137131202)
                        .gives("MdpQcU8iPSUjWoN/UDMsK2sui9I="),
                rfc("OAuth Core 1.0", "GET", "http://photos.example.net/photos?file=vacation.jpg&size=original")
                        .token("nnch734d00sl2jdk", "pfkkdhi9sl3r4s00")
                        .at("kllo9940pd9333jh", 1191242096)
                        .version1()
                        .gives("tR3+Ty81lMeYAr/Fid0kMTYa/WM="),
                // The RFC prints bYT5CMsGcbgUdFHObYMEfcx6bsw= here, which its own inputs do not give.
                Vector.of("RFC 5849 3.4.1, names twice", "POST", rfcRequest)
                        .form("c2&a3=2+q")
                        .app("9djdj82h48djs9d2", "j49sk3j29djd")
                        .token("kkk9d7dh3k39sjv7", "dh893hdasih9")
                        .at("7d8f3e4a", 137131201)
                        .gives("r6/TJjbCOr97/+UU0NsvSne7s5g="),
                Vector.of("oauthlib, secrets with spaces", "POST", rfcRequest)
                        .form("c2&a3=2+q")
                        .app("9djdj82h48djs9d2", "ECrDNoq1VYzzzzzzzzzyAK7TwZNtPnkqatqZZZZ")
                        .token("kkk9d7dh3k39sjv7", "just-a-string    asdasd")
                        .at("7d8f3e4a", 137131201)
                        .gives("wsdNmjGB7lvis0UJuPAmjvX/PXw="),
                twitter2010("POST", "https://api.twitter.com/oauth/request_token")
                        .at("QP70eNmVz8jvdPevU3oJD2AfF7R7odC2XJcn4XlZJqk", 1272323042)
                        .with(
                                "oauth_callback",
                                "http://localhost:3005/the_dance/process_callback?service_provider_id=11")
                        .gives("8wUi7m5HFQy76nowoCThusfgB+Q="),
                twitter2010("POST", "https://api.twitter.com/oauth/access_token")
                        .token("8ldIZyxQeVrFZXFOZH5tAwj6vzJYuLQpl0WUEYtWc", "x6qpRnlEmW9JbQn4PQVVeVG8ZLPEx6A0TOebgwcuA")
                        .at("9zWH6qe0qG7Lc1telCn7FhUbLyVdjEaL3MO5uHxn8", 1272323047)
                        .with("oauth_verifier", "pDNg57prOHapMbhv25RNf75lVRd6JDsni1AJJIDYoTY")
                        .gives("PUw/dHA4fnlJYM6RhXk5IU/0fCc="),
                twitter2010("POST", "http://api.twitter.com/1/statuses/update.json")
                        .form(Parameter.join(
                                java.util.List.of(new Parameter("status", "setting up my twitter 私のさえずりを設定する"))))
                        .token(
                                "819797-Jxq8aYUDRmykzVKrgoLhXSq67TEa5ruc4GJC2rWimw",
                                "J6zix3FfA9LofH0awS24M3HcBYXO5nI1iYe8EfBA")
                        .at("oElnnMTQIZvqvlfXM56aBLAf5noGD0AQR3Fmi7Q6Y", 1272325550)
                        .gives("yOahq5m0YjDDjfjxHaXEsW9D+X0="),
                // The secret is the text that a typo left in that test.
                Vector.of("autohook", "GET", "https://api.twitter.com/1.1/account/verify_credentials.json")
                        .app("consumer_key", "undefined")
                        .token("test_user_token", "test_user_token_secret")
                        .at("GXjhffMbAMz2qblDzzgYbP4ZkfPp7RGmhry5Upatw", 1583967563)
                        .version1()
                        .gives("RGpMnOI1WxKDZtgORbi32uc8P+Y="));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"x", "others"})
    void theSignatureIsThePublishedOne(Vector vector) {
        assertThat(vector.compute()).isEqualTo(vector.signature());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("x")
    void theSignatureIsInTheHeader(Vector vector) {
        // Given
        OAuth1Signer signer = new OAuth1Signer(KEYS, () -> Instant.ofEpochSecond(TIMESTAMP), () -> NONCE);
        // When
        String header = signer.authorization(vector.method(), URI.create(vector.url()), Parameter.parse(vector.form()));
        // Then
        assertThat(header)
                .startsWith("OAuth oauth_consumer_key=\"" + KEYS.consumerKey() + "\", oauth_nonce=\"" + NONCE + "\"")
                .contains("oauth_timestamp=\"" + TIMESTAMP + "\"", "oauth_token=\"" + KEYS.token() + "\"")
                .contains("oauth_signature=\"" + PercentEncoding.encode(vector.signature()) + "\"")
                .doesNotContain(KEYS.consumerSecret(), KEYS.tokenSecret());
    }

    private static Vector x(String method, String url) {
        return Vector.of("X", method, url)
                .app(KEYS.consumerKey(), KEYS.consumerSecret())
                .token(KEYS.token(), KEYS.tokenSecret())
                .at(NONCE, TIMESTAMP)
                .version1();
    }

    private static Vector logInRequest(String host) {
        return logIn("https://" + host + "/oauth/request_token")
                .at("ea9ec8429b68d6b77cd5600adbbb0456", 1318467427)
                .with("oauth_callback", "http://localhost/sign-in-with-twitter/");
    }

    private static Vector logInAccess(String host) {
        return logIn("https://" + host + "/oauth/access_token")
                .at("a9900fe68e2573b27a37f10fbad6a755", 1318467427)
                .token("NPcudxy0yU5T3tBzho7iCotZ3cnetKwcTIRlX0iwRl0", "veNRnAWe6inFuo8o2u8SLLZLjolYDmDP7SzL0YfYI")
                .form("oauth_verifier=uw7NjWHT6OJ1MpJOXsHfNxoAhPKpgI8BlYDhxEjIBY");
    }

    private static Vector logIn(String url) {
        return Vector.of("X, log in", "POST", url)
                .app("cChZNFj6T5R0TigYB9yd1w", "L8qq9PZyRg6ieKGEKhZolGC0vJWLw8iEJ88DRdyOg")
                .version1();
    }

    private static Vector rfc(String source, String method, String url) {
        return Vector.of(source, method, url).app("dpf43f3p2l4k3l03", "kd94hf93k423kf44");
    }

    private static Vector twitter2010(String method, String url) {
        return Vector.of("dev.twitter.com 2010", method, url)
                .app("GDdmIQH6jhtmLUypg82g", "MCD8BKwGdgPHvAuvgvz4EQpqDAtx89grbuNMRd7Eh98")
                .version1();
    }
}
