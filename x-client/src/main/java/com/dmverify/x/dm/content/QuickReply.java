package com.dmverify.x.dm.content;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Options that the recipient can tap. Source: X's v1.1 page "Quick Replies".
 *
 * @param options 1 to 20; all of them have a description, or none
 */
public record QuickReply(List<Option> options) {

    private static final int MOST_OPTIONS = 20;

    public QuickReply {
        options = List.copyOf(options);
        ArgumentChecks.size("quick reply options", options, MOST_OPTIONS);
        long described =
                options.stream().filter(option -> option.description() != null).count();
        if (described != 0 && described != options.size()) {
            throw new IllegalArgumentException("all quick reply options have a description, or none");
        }
    }

    /**
     * One option.
     *
     * @param label 1 to 36 characters, no link
     * @param description up to 72 characters below the label
     * @param metadata up to 1,000 characters that are not shown; X returns them when the option is tapped
     */
    public record Option(
            String label,
            @Nullable String description,
            @Nullable String metadata) {

        private static final int LONGEST_LABEL = 36;
        private static final int LONGEST_DESCRIPTION = 72;
        private static final int LONGEST_METADATA = 1_000;
        private static final Pattern LINK = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);

        public Option {
            ArgumentChecks.text("a label", label, LONGEST_LABEL);
            if (LINK.matcher(label).find()) {
                throw new IllegalArgumentException("a label holds no link");
            }
            if (description != null) {
                ArgumentChecks.text("a description", description, LONGEST_DESCRIPTION);
            }
            if (metadata != null) {
                ArgumentChecks.text("metadata", metadata, LONGEST_METADATA);
            }
        }
    }
}
