package com.dmverify.sandbox.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where the behaviour that a test demands was seen. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Seen {

    Where value();

    /** Kinds of witnesses. */
    enum Where {
        /** In X's own pages or its OpenAPI file. */
        DOCUMENTATION,
        /** In recorded traffic or public captures. */
        RECORDING,
        /** Concluded from those; X may do otherwise. */
        INFERENCE,
        /** The sandbox's own promise: X has nothing like it. */
        SANDBOX
    }
}
