package com.dmverify.cli.deadletter.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The properties of Kafka's clients from a file; some are secrets. */
record ClientProperties(Map<String, String> values) {

    ClientProperties {
        values = Map.copyOf(values);
    }

    /** The names alone: values may be secrets. */
    @Override
    public String toString() {
        return "ClientProperties" + values.keySet();
    }

    /** Reads the file with this name. */
    static final class Converter implements ITypeConverter<ClientProperties> {

        @Override
        public ClientProperties convert(String file) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(Path.of(file))) {
                properties.load(reader);
            } catch (IOException | InvalidPathException e) {
                throw new TypeConversionException("the file '" + file + "' cannot be read");
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("the file '" + file + "' does not contain properties");
            }
            Map<String, String> values = new HashMap<>();
            properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
            return new ClientProperties(values);
        }
    }
}
