package com.dmverify.support.durability;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What kind of deployment this is.
 *
 * @param durability strict: the application does not start where acknowledged data can be lost; relaxed: it warns
 * @param demo whether this is a demonstration, in which known keys are accepted. Only the settings of the quickstart and of
 *     compose have it
 */
@ConfigurationProperties("dm-verify")
public record DeploymentProperties(
        @DefaultValue("strict") Durability durability,
        @DefaultValue("false") boolean demo) {

    /** What to do about settings that can lose data. */
    public enum Durability {
        STRICT,
        RELAXED
    }
}
