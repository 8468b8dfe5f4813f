package com.dmverify.cli.subscription;

import com.dmverify.cli.activity.ActivityApi;
import com.dmverify.cli.activity.ActivityOptions;
import com.dmverify.cli.terminal.IdConverter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names a webhook. */
final class WebhookOption {

    private @Nullable String id;

    @Option(
            names = "--webhook",
            paramLabel = "ID",
            converter = IdConverter.class,
            description = "The webhook. Default: the only one.")
    void setId(String value) {
        id = value;
    }

    String of(ActivityApi api) {
        return ActivityOptions.only(api, id);
    }
}
