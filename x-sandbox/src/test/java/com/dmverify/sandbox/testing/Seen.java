package com.dmverify.sandbox.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The source of the behaviour that a test expects. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Seen {

    Where value();

    /** Kinds of sources. */
    enum Where {
        /** X's own pages or its OpenAPI file. */
        DOCUMENTATION,
        /** Recorded traffic or public captures. */
        RECORDING,
        /** Concluded from those; X may do otherwise. */
        INFERENCE,
        /** The sandbox's own behaviour: X has nothing like it. */
        SANDBOX
    }
}
