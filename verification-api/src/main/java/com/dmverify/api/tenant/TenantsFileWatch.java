package com.dmverify.api.tenant;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * Looks at the file of tenants again and again, and takes what changed. A content that cannot be used changes nothing: the tenants
 * from before stay, it is logged, and {@code dm_verify_tenants_file_refused} is 1 until the file can be used.
 */
final class TenantsFileWatch implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(TenantsFileWatch.class);

    private final TenantsFile file;
    private final Tenants tenants;
    private final KafkaTenants kafkaTenants;
    private final Disposable looks;
    /** Empty before the first look: the file may have changed since the tenants were made from it. */
    private byte[] seen = {};

    private volatile boolean refused;

    TenantsFileWatch(
            TenantsFile file, Tenants tenants, KafkaTenants kafkaTenants, Duration every, MeterRegistry meters) {
        this.file = file;
        this.tenants = tenants;
        this.kafkaTenants = kafkaTenants;
        Gauge.builder("dm.verify.tenants.file.refused", () -> refused ? 1 : 0).register(meters);
        this.looks = Flux.interval(every, Schedulers.boundedElastic())
                .onBackpressureDrop()
                .subscribe(tick -> look());
    }

    /** Whatever is wrong with the file must not end the looks. */
    void look() {
        try {
            byte[] content = file.content();
            if (!Arrays.equals(content, seen)) {
                seen = content;
                Map<String, TenantProperties.Tenant> read = file.tenants(content);
                tenants.replace(read);
                kafkaTenants.offer(read);
                refused = false;
                LOG.atInfo().log("tenants.reloaded");
            }
        } catch (RuntimeException e) {
            if (!refused) {
                LOG.atError().addKeyValue("cause", e.toString()).log("tenants.reload_refused");
            }
            refused = true;
        }
    }

    @Override
    public void destroy() {
        looks.dispose();
    }
}
