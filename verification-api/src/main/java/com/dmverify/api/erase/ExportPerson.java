package com.dmverify.api.erase;

import com.dmverify.api.optout.OptOutGuard;
import com.dmverify.api.store.VerificationIndex;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.tenant.Accounts;
import com.dmverify.api.tenant.KnownTenants;
import com.dmverify.api.verification.Contact;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Collects what is held about a person over all tenants, for a person who asks for it. Codes are held nowhere. */
@Component
public class ExportPerson {

    private final VerificationIndex index;
    private final VerificationStore store;
    private final OptOutGuard optOuts;
    private final KnownTenants tenants;
    private final Accounts accounts;
    private final RemainingTopics topics;

    ExportPerson(
            VerificationIndex index,
            VerificationStore store,
            OptOutGuard optOuts,
            KnownTenants tenants,
            Accounts accounts,
            RemainingTopics topics) {
        this.index = index;
        this.store = store;
        this.optOuts = optOuts;
        this.tenants = tenants;
        this.accounts = accounts;
        this.topics = topics;
    }

    /**
     * What is held about a person.
     *
     * @param topics what topics of Kafka may hold beside it, and until when
     */
    public record Export(
            String userId,
            List<HeldVerification> verifications,
            List<HeldOptOut> optOuts,
            List<ErasureResource.Remaining> topics) {}

    /** A verification about the person. */
    public record HeldVerification(
            String tenant,
            String id,
            @Nullable String handle,
            String status,
            @Nullable String reason,
            @Nullable String purpose,
            @Nullable String reference,
            Map<String, String> metadata,
            Instant createdAt,
            @Nullable Instant endedAt) {

        static HeldVerification of(Verification verification) {
            Handle handle = verification.target().handle();
            return new HeldVerification(
                    verification.request().tenant(),
                    verification.id().value(),
                    handle == null ? null : handle.value(),
                    verification.status().wire(),
                    verification.reason(),
                    verification.request().purpose(),
                    verification.request().reference(),
                    verification.request().metadata(),
                    verification.createdAt(),
                    verification.endedAt());
        }
    }

    /** An opt-out of the person. */
    public record HeldOptOut(String account, Instant since) {}

    /** All that is held; an error if some of it cannot be read. */
    public Mono<Export> export(UserId person) {
        Mono<List<HeldVerification>> verifications = Flux.fromIterable(tenants.names())
                .concatMap(tenant ->
                        index.ofPerson(tenant, person).concatMap(store::find).filter(found -> found.belongsTo(tenant)))
                .map(HeldVerification::of)
                .collectList();
        Mono<List<HeldOptOut>> refusals = Flux.fromIterable(accounts.all())
                .concatMap(account -> optOuts.standing(new Contact(account.userId(), person))
                        .map(optOut -> new HeldOptOut(account.name(), optOut.at())))
                .collectList();
        return Mono.zip(verifications, refusals)
                .map(held -> new Export(person.value(), held.getT1(), held.getT2(), topics.now(tenants.names())));
    }
}
