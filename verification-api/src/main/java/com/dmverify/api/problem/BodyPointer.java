package com.dmverify.api.problem;

import java.util.stream.Collectors;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Where in a JSON body the trouble is. The offending value is never quoted: it may be a code. */
final class BodyPointer {

    private BodyPointer() {}

    static FieldError of(ServerWebInputException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabindException mismatch) {
                return new FieldError(pointer(mismatch), "This is not of the right type, or not known here.");
            }
            if (cause instanceof JacksonException) {
                return new FieldError("", "The body is not JSON.");
            }
        }
        return new FieldError("", "A JSON body is needed.");
    }

    private static String pointer(DatabindException mismatch) {
        return mismatch.getPath().stream()
                .map(step -> step.getPropertyName() != null
                        ? "/" + step.getPropertyName().replace("~", "~0").replace("/", "~1")
                        : "/" + step.getIndex())
                .collect(Collectors.joining());
    }
}
