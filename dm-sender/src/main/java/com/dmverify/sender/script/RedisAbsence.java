package com.dmverify.sender.script;

import io.lettuce.core.RedisCommandExecutionException;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;

/** Whether an error means that Redis is away: then the same thing succeeds later. */
public final class RedisAbsence {

    /** Redis names the line of a script that failed so: it will fail again on what it was given. */
    private static final String SCRIPT_FAILED = "user_script";

    private RedisAbsence() {}

    public static boolean isMeantBy(Throwable error) {
        return error instanceof DataAccessException
                && Stream.<Throwable>iterate(error, cause -> cause != null, Throwable::getCause)
                        .noneMatch(RedisAbsence::isOfScript);
    }

    private static boolean isOfScript(Throwable cause) {
        return cause instanceof RedisCommandExecutionException
                && String.valueOf(cause.getMessage()).contains(SCRIPT_FAILED);
    }
}
