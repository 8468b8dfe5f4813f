package com.dmverify.sandbox.access;

import com.dmverify.sandbox.access.AccountProperties.AppSettings;
import com.dmverify.sandbox.access.AccountProperties.BrandSettings;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The apps, and the brands that use them. */
@Component
public class Apps {

    private final List<App> apps;
    private final List<BrandSettings> brands;
    private volatile Plan plan;

    Apps(AccountProperties properties) {
        this.apps = properties.apps().stream().map(AppSettings::app).toList();
        this.brands = properties.brands();
        this.plan = properties.plan();
    }

    public Optional<App> byConsumerKey(String consumerKey) {
        for (App app : apps) {
            if (app.consumerKey().equals(consumerKey)) {
                return Optional.of(app);
            }
        }
        return Optional.empty();
    }

    public Optional<App> byClientId(String clientId) {
        return apps.stream().filter(app -> app.client().id().equals(clientId)).findFirst();
    }

    public Optional<App> byId(String id) {
        return apps.stream().filter(app -> app.id().equals(id)).findFirst();
    }

    public List<App> all() {
        return apps;
    }

    /** The ids of the brands' accounts, "the brand" first. */
    public List<Long> brandIds() {
        return brands.stream().map(BrandSettings::id).toList();
    }

    public boolean isBrand(long id) {
        return brands.stream().anyMatch(brand -> brand.id() == id);
    }

    /** The app of a brand; the first app for other accounts. */
    public App appOf(long brandId) {
        return brands.stream()
                .filter(brand -> brand.id() == brandId)
                .findFirst()
                .map(this::appOf)
                .orElseGet(apps::getFirst);
    }

    public Plan plan() {
        return plan;
    }

    public void plan(Plan newPlan) {
        plan = newPlan;
    }

    App appOf(BrandSettings brand) {
        String id = brand.app();
        return id == null ? apps.getFirst() : byId(id).orElseThrow();
    }
}
