package com.dmverify.schemas;

import com.dmverify.events.VerificationRequested;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Avro's view of the generated classes. Avro creates only classes that a list trusts, and the list is global to the JVM:
 * ours are added to what the host trusts already, and are loaded here once, so that a list which the host sets later
 * does not matter to us. Source: Avro 1.12.2, {@code SpecificData.getClass}, {@code ClassUtils.forName}.
 */
final class EventModel {

    /** Of exactly this class: Avro's fast reader works with no subclass of it. */
    static final SpecificData INSTANCE = new SpecificData(EventModel.class.getClassLoader());

    static {
        ClassSecurityValidator.setGlobal(new OursToo(ClassSecurityValidator.getGlobal()));
        INSTANCE.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        EventSchemas.named().forEach(INSTANCE::getClass);
    }

    private EventModel() {}

    /** Trusts what the host trusts, and the generated classes. */
    private record OursToo(ClassSecurityPredicate host) implements ClassSecurityPredicate {

        private static final String EVENTS = VerificationRequested.class.getPackageName();

        @Override
        public boolean isTrusted(Class<?> type) {
            return type.getPackageName().equals(EVENTS) || host.isTrusted(type);
        }

        @Override
        public void forbiddenClass(String className) {
            host.forbiddenClass(className);
        }
    }
}
