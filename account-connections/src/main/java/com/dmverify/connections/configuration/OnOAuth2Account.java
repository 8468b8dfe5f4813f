package com.dmverify.connections.configuration;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether at least one account is configured for OAuth 2.0. */
final class OnOAuth2Account implements ConfigurationCondition {

    @Override
    public ConfigurationPhase getConfigurationPhase() {
        return ConfigurationPhase.PARSE_CONFIGURATION;
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return Binder.get(context.getEnvironment())
                .bind("dm-verify.accounts", Bindable.mapOf(String.class, AccountEntry.class))
                .orElseGet(Map::of)
                .values()
                .stream()
                .anyMatch(AccountEntry::wantsConsent);
    }
}
