package com.dmverify.api.problem;

import java.util.stream.Collectors;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Names the field of a JSON body that cannot be read. The value is never quoted: it may be a code. */
final class BodyPointer {

    private BodyPointer() {}

    static FieldError of(ServerWebInputException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamReadException broken && isDuplicate(broken)) {
                return new FieldError(pointer(broken), "This field comes twice. Send it once.");
            }
        }
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabindException mismatch) {
                return new FieldError(pointer(mismatch), sentence(mismatch));
            }
            if (cause instanceof JacksonException) {
                return new FieldError("", "The body is not JSON.");
            }
        }
        return new FieldError("", "A JSON body is needed.");
    }

    /** Jackson has no type of its own for it. */
    private static boolean isDuplicate(StreamReadException broken) {
        return broken.getOriginalMessage().startsWith("Duplicate Object property");
    }

    private static String pointer(StreamReadException broken) {
        JsonParser parser = broken.processor();
        return parser == null ? "" : parser.streamReadContext().pathAsPointer().toString();
    }

    private static String sentence(DatabindException mismatch) {
        if (mismatch instanceof UnrecognizedPropertyException) {
            return "This field is not known here. Leave it out.";
        }
        boolean text = mismatch instanceof MismatchedInputException input && input.getTargetType() == String.class;
        return text ? "A JSON string is needed, in quotes." : "This is not of the right type.";
    }

    private static String pointer(DatabindException mismatch) {
        return mismatch.getPath().stream()
                .map(step -> step.getPropertyName() != null
                        ? "/" + step.getPropertyName().replace("~", "~0").replace("/", "~1")
                        : "/" + step.getIndex())
                .collect(Collectors.joining());
    }
}
