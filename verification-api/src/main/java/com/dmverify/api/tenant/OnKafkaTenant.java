package com.dmverify.api.tenant;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether commands of a tenant are read: a listener without topics does not start. */
public final class OnKafkaTenant implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !Binder.get(context.getEnvironment())
                .bindOrCreate("dm-verify", TenantProperties.class)
                .kafkaTenants()
                .isEmpty();
    }
}
