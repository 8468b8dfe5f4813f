package com.dmverify.api.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {

    @Test
    void anAccountHasTheLanesThatAreConfigured() {
        assertThat(accounts("demo", 6).named("demo").lanes()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65})
    void anImpossibleNumberOfLanesIsNamed(int lanes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accounts("demo", lanes))
                .withMessage("dm-verify.accounts.demo: lanes must be 1 to 64, not " + lanes);
    }

    @Test
    void aNameCannotLookLikeALane() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accounts("demo#1", 1))
                .withMessageContaining("dm-verify.accounts.demo#1: a name has no #");
    }

    private static Accounts accounts(String name, int lanes) {
        return new Accounts(Map.of(name, new TenantProperties.Account("@brand", "1", lanes, null)));
    }
}
