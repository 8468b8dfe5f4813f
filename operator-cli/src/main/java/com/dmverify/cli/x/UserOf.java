package com.dmverify.cli.x;

import static com.dmverify.cli.x.XAnswers.value;

import com.dmverify.x.ApiVersion;
import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.XClient;
import com.dmverify.x.XUser;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A user as an operator names one: a numeric id, or a handle with or without {@code @}. Digits alone are an id.
 *
 * @param text what was typed
 */
public record UserOf(String text) {

    /** Whether it is a numeric id. */
    public boolean isId() {
        return UserId.isOne(text);
    }

    /** The id; a handle is looked up. */
    public UserId id(XClient client, ApiVersion version) {
        return isId() ? new UserId(text) : look(client, version).id();
    }

    /** The user as X describes them now. */
    public XUser look(XClient client, ApiVersion version) {
        return value(
                isId()
                        ? client.users(version).byId(new UserId(text))
                        : client.users(version).byHandle(Handle.parse(text)));
    }

    /** Reads one. */
    public static final class Converter implements ITypeConverter<UserOf> {

        @Override
        public UserOf convert(String text) {
            if (!UserId.isOne(text)) {
                try {
                    Handle.parse(text);
                } catch (IllegalArgumentException e) {
                    throw new TypeConversionException("'" + text + "' is neither a numeric id nor a handle like @jack");
                }
            }
            return new UserOf(text);
        }
    }
}
