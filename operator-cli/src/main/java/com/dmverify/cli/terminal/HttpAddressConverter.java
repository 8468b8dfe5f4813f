package com.dmverify.cli.terminal;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an address of HTTP. */
public final class HttpAddressConverter implements ITypeConverter<URI> {

    /** @throws TypeConversionException if the text is none */
    @Override
    public URI convert(String text) {
        try {
            URI address = new URI(text);
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
                return address;
            }
        } catch (URISyntaxException e) {
            // The sentence below says what is wrong.
        }
        throw new TypeConversionException("'" + text + "' is not an address like http://localhost:9080");
    }
}
