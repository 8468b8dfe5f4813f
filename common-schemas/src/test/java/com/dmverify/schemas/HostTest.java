package com.dmverify.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.events.VerificationRequested;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** common-schemas as a guest in another service. */
class HostTest {

    private static final int JAVA_17 = 61;
    private static final String LONGEST_TEXT = "org.apache.avro.limits.string.maxLength";

    @ParameterizedTest
    @ValueSource(classes = {EventCodec.class, Topics.class, VerificationRequested.class})
    void theClassesRunOnJava17(Class<?> type) throws IOException {
        try (InputStream file = type.getResourceAsStream(type.getSimpleName() + ".class");
                DataInputStream header = new DataInputStream(file)) {
            header.readInt();
            int minor = header.readUnsignedShort();

            assertThat(minor).isZero();
            assertThat(header.readUnsignedShort()).isEqualTo(JAVA_17);
        }
    }

    @Test
    void whatTheHostTrustsStaysTrusted() throws Exception {
        // Given a host with its own list
        ClassLoader host = new FreshAvro();
        Class<?> validator = host.loadClass("org.apache.avro.util.ClassSecurityValidator");
        trustOnly(validator, URI.class);

        // When
        newCodec(host);

        // Then
        Object list = validator.getMethod("getGlobal").invoke(null);
        assertThat(isTrusted(list, URI.class)).isTrue();
        assertThat(isTrusted(list, Thread.class)).isFalse();
        assertThat(isTrusted(list, VerificationRequested.class)).isTrue();
    }

    @Test
    void aListThatTheHostSetsLaterDoesNotMatter() throws Exception {
        // Given
        ClassLoader host = new FreshAvro();
        Object codec = newCodec(host);
        trustOnly(host.loadClass("org.apache.avro.util.ClassSecurityValidator"), URI.class);
        byte[] body =
                Bytes.randomBodies(VerificationRequested.getClassSchema(), 1, 1).get(0);

        // When
        Object event = decode(codec, body);

        // Then
        assertThat(event.getClass().getName()).isEqualTo(VerificationRequested.class.getName());
    }

    @Test
    void aSmallerLimitOfTheHostMakesARecordUndecodable() throws Exception {
        // Given a host that lets Avro read no text
        System.setProperty(LONGEST_TEXT, "1");
        try {
            Object codec = newCodec(new FreshAvro());
            byte[] body = Bytes.randomBodies(VerificationRequested.getClassSchema(), 1, 1)
                    .get(0);

            // Then
            assertThatThrownBy(() -> decode(codec, body))
                    .extracting(e -> e.getCause().getClass().getName())
                    .isEqualTo(UndecodableEventException.class.getName());
        } finally {
            System.clearProperty(LONGEST_TEXT);
        }
    }

    private static Object decode(Object codec, byte[] body) throws ReflectiveOperationException {
        byte[] bytes = Bytes.record(VerificationRequested.getClassSchema(), body);
        return codec.getClass().getMethod("decode", byte[].class).invoke(codec, (Object) bytes);
    }

    private static Object newCodec(ClassLoader host) throws ReflectiveOperationException {
        return host.loadClass(EventCodec.class.getName()).getConstructor().newInstance();
    }

    private static void trustOnly(Class<?> validator, Class<?> trusted) throws ReflectiveOperationException {
        Class<?> predicate = predicate(validator.getClassLoader());
        Object list = Proxy.newProxyInstance(
                validator.getClassLoader(), new Class<?>[] {predicate}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("isTrusted")) {
                        throw new SecurityException("Forbidden " + arguments[0]);
                    }
                    return arguments[0] == trusted;
                });
        validator.getMethod("setGlobal", predicate).invoke(null, list);
    }

    private static boolean isTrusted(Object list, Class<?> type) throws ReflectiveOperationException {
        return (boolean) predicate(list.getClass().getClassLoader())
                .getMethod("isTrusted", Class.class)
                .invoke(list, type);
    }

    private static Class<?> predicate(ClassLoader host) throws ReflectiveOperationException {
        return host.loadClass("org.apache.avro.util.ClassSecurityValidator$ClassSecurityPredicate");
    }

    /** Avro and our classes loaded once more, with global state of their own. */
    private static final class FreshAvro extends ClassLoader {

        FreshAvro() {
            super(HostTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("org.apache.avro.") && !name.startsWith("com.dmverify.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
