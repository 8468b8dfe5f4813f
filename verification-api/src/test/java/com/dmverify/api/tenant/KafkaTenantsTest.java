package com.dmverify.api.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dmverify.api.TestPolicy;
import com.dmverify.api.tenant.TenantProperties.Account;
import com.dmverify.api.tenant.TenantProperties.Tenant;
import com.dmverify.schemas.TopicNames;
import com.dmverify.schemas.TopicSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KafkaTenantsTest {

    private final Map<String, Tenant> tenants = new LinkedHashMap<>();

    @Test
    void theOnlyTenantHasTheSharedTopics() {
        tenant("acme", null);

        KafkaTenants kafka = kafka("");

        assertThat(kafka.commandTopics()).containsExactly("verification.commands");
        assertThat(kafka.speaker("verification.commands").caller().tenant()).isEqualTo("acme");
        assertThat(kafka.speaker("verification.commands.retry").answers()).isEqualTo("verification.events");
        assertThat(kafka.ownEventTopics()).isEmpty();
    }

    @Test
    void theOnlyTenantMayDoWithoutKafka() {
        tenant("acme", false);

        assertThat(kafka("").commandTopics()).isEmpty();
        assertThat(kafka("").topics()).isEmpty();
        assertThat(kafka("").topicsOf("acme")).isEmpty();
    }

    @Test
    void ofSeveralTenantsThoseThatWantItHaveTopicsOfTheirOwn() {
        tenant("acme", true);
        tenant("other", null);
        tenant("third", true);

        KafkaTenants kafka = kafka("blue.");

        assertThat(kafka.commandTopics())
                .containsExactly("blue.verification.commands.acme", "blue.verification.commands.third");
        assertThat(kafka.speaker("blue.verification.commands.third").caller().tenant())
                .isEqualTo("third");
        assertThat(kafka.speaker("blue.verification.commands.acme.retry").answers())
                .isEqualTo("blue.verification.events.acme");
        assertThat(kafka.ownEventTopics())
                .isEqualTo(Map.of("acme", "blue.verification.events.acme", "third", "blue.verification.events.third"));
        assertThat(kafka.topics())
                .extracting(TopicSpec::name)
                .contains(
                        "verification.commands.acme",
                        "verification.commands.acme.retry",
                        "verification.commands.acme.dlt",
                        "verification.events.acme")
                .doesNotContain("verification.commands");
        assertThat(kafka.topicsOf("third"))
                .extracting(TopicSpec::name)
                .containsExactly(
                        "verification.commands.third",
                        "verification.commands.third.retry",
                        "verification.commands.third.dlt",
                        "verification.events.third");
        assertThat(kafka.topicsOf("other")).isEmpty();
    }

    @Test
    void inAnyOtherTopicSpeaksNoTenant() {
        tenant("acme", true);
        tenant("other", true);

        assertThatIllegalArgumentException().isThrownBy(() -> kafka("").speaker("verification.commands"));
    }

    @Test
    void tenantsThatComeLaterCountWhenTheyAreAdopted() {
        tenant("acme", true);
        tenant("other", true);
        KafkaTenants kafka = kafka("");
        assertThat(kafka.offered()).isEmpty();

        tenant("late", true);
        tenants.remove("other");
        kafka.offer(tenants);

        assertThat(kafka.commandTopics()).containsExactly("verification.commands.acme", "verification.commands.other");
        assertThat(kafka.offered().orElseThrow())
                .extracting(TopicSpec::name)
                .contains("verification.commands.late", "verification.events.late");
        kafka.adopt();
        assertThat(kafka.commandTopics()).containsExactly("verification.commands.acme", "verification.commands.late");
        assertThat(kafka.ownEventTopics()).containsKey("late").doesNotContainKey("other");
        kafka.offer(tenants);
        assertThat(kafka.offered()).isEmpty();
    }

    private void tenant(String name, @Nullable Boolean kafka) {
        tenants.put(name, new Tenant("demo", List.of(), kafka, false, "standard"));
    }

    private KafkaTenants kafka(String prefix) {
        Map<String, Account> accounts = Map.of("demo", new Account("demo", "1", 1, null));
        return new KafkaTenants(tenants, new Accounts(accounts), TestPolicy.POLICIES, new TopicNames(prefix));
    }
}
