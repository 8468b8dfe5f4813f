package com.dmverify.support;

import com.dmverify.support.connection.ConnectionConfiguration;
import com.dmverify.support.drain.DrainConfiguration;
import com.dmverify.support.durability.DurabilityConfiguration;
import com.dmverify.support.listener.ListenerConfiguration;
import com.dmverify.support.problem.ProblemConfiguration;
import com.dmverify.support.record.RecordConfiguration;
import com.dmverify.support.schema.SchemaConfiguration;
import com.dmverify.support.startup.StartupConfiguration;
import com.dmverify.support.topic.TopicConfiguration;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/**
 * Adds what every service needs around its own work; stands on the application class. It is no auto-configuration, because
 * several applications run in one JVM and not all of them are services.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import({
    ConnectionConfiguration.class,
    DrainConfiguration.class,
    DurabilityConfiguration.class,
    ListenerConfiguration.class,
    ProblemConfiguration.class,
    RecordConfiguration.class,
    SchemaConfiguration.class,
    StartupConfiguration.class,
    TopicConfiguration.class
})
public @interface ServiceSupport {}
