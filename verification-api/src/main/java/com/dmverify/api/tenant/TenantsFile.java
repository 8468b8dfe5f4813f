package com.dmverify.api.tenant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ByteArrayResource;

/**
 * The tenants of the configuration and of a YAML file with the same properties. A tenant of the file replaces the one of the same
 * name in the configuration, with all its keys.
 */
final class TenantsFile {

    private static final String TENANTS = "dm-verify.tenants";

    private final Map<String, TenantProperties.Tenant> configured;
    private final Path path;

    TenantsFile(Map<String, TenantProperties.Tenant> configured, Path path) {
        this.configured = Map.copyOf(configured);
        this.path = path;
    }

    /**
     * What the file holds now.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    byte[] content() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException("dm-verify.tenants-file.path: " + path + " cannot be read", e);
        }
    }

    /** The tenants with the content that the file has now. */
    Map<String, TenantProperties.Tenant> read() {
        return tenants(content());
    }

    /**
     * The tenants with this content of the file.
     *
     * @throws RuntimeException if it is not the YAML of tenants
     */
    Map<String, TenantProperties.Tenant> tenants(byte[] content) {
        Map<String, TenantProperties.Tenant> all = new TreeMap<>(configured);
        MutablePropertySources sources = new MutablePropertySources();
        try {
            new YamlPropertySourceLoader()
                    .load("tenants", new ByteArrayResource(content))
                    .forEach(sources::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new Binder(ConfigurationPropertySources.from(sources))
                .bind(TENANTS, Bindable.mapOf(String.class, TenantProperties.Tenant.class))
                .ifBound(all::putAll);
        return all;
    }
}
