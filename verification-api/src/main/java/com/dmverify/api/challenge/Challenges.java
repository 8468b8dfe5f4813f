package com.dmverify.api.challenge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.api.code.Codes;
import com.dmverify.api.store.ChallengeIndex;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.verification.Challenge;
import com.dmverify.api.verification.ChallengeTexts;
import com.dmverify.api.verification.NextAction;
import com.dmverify.api.verification.SendingAccount;
import com.dmverify.api.verification.Status;
import com.dmverify.api.verification.Verification;
import com.dmverify.codes.ChallengeText;
import com.dmverify.codes.ChallengeToken;
import com.dmverify.text.CodeRedaction;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows the challenge of a verification, and finds the verification of a challenge. The token is derived each time. */
@Component
@EnableConfigurationProperties(ChallengeProperties.class)
public class Challenges {

    private final Codes codes;
    private final ChallengeIndex index;
    private final VerificationStore store;
    private final ChallengeProperties properties;
    private final Clock clock;

    Challenges(
            Codes codes, ChallengeIndex index, VerificationStore store, ChallengeProperties properties, Clock clock) {
        this.codes = codes;
        this.index = index;
        this.store = store;
        this.properties = properties;
        this.clock = clock;
    }

    /** Makes it possible to find the verification by its token. Nothing happens if it has no challenge. */
    public Mono<Void> enter(Verification verification) {
        Challenge challenge = verification.challenge();
        return challenge == null
                ? Mono.empty()
                : Mono.justOrEmpty(token(verification))
                        .flatMap(token -> index.add(token, verification.id(), challenge.expiresAt()));
    }

    /** The verification with this token; empty if there is none. */
    Mono<Verification> find(ChallengeToken token) {
        return index.find(token)
                .flatMap(store::find)
                .filter(verification ->
                        token(verification).filter(token::equals).isPresent());
    }

    /** What the message says besides the challenge of this verification. */
    ChallengeText without(ChallengeText message, Verification verification) {
        return token(verification)
                .map(token ->
                        message.without(token, ChallengeTexts.WORD, CodeRedaction.redact(afterToken(verification))))
                .orElse(message);
    }

    /** The challenge as the person sees it; null if there is none, or its key is no longer in the ring. */
    public @Nullable ShownChallenge shown(Verification verification) {
        return token(verification).map(token -> shown(verification, token)).orElse(null);
    }

    private ShownChallenge shown(Verification verification, ChallengeToken token) {
        SendingAccount account = verification.delivery().account();
        String text = ChallengeTexts.WORD + " " + token.text() + " " + afterToken(verification);
        String url = "https://x.com/messages/compose?recipient_id="
                + account.userId().value() + "&text="
                + URLEncoder.encode(text, UTF_8).replace("+", "%20");
        return new ShownChallenge(
                text,
                token.text(),
                url,
                isHintDue(verification)
                        ? new NextAction(
                                "write",
                                url,
                                ChallengeTexts.of(verification.request().locale())
                                        .unencrypted(account))
                        : null);
    }

    private boolean isHintDue(Verification verification) {
        Challenge challenge = verification.challenge();
        Instant now = clock.instant();
        return challenge != null
                && verification.status() == Status.PENDING
                && challenge.writtenAt() == null
                && challenge.isOpen(now)
                && !now.isBefore(verification.createdAt().plus(properties.hintAfter()));
    }

    private static String afterToken(Verification verification) {
        return ChallengeTexts.of(verification.request().locale())
                .afterToken(
                        verification.delivery().account(),
                        verification.request().purpose());
    }

    private Optional<ChallengeToken> token(Verification verification) {
        Challenge challenge = verification.challenge();
        return challenge == null ? Optional.empty() : codes.challenge(verification.id(), challenge);
    }
}
