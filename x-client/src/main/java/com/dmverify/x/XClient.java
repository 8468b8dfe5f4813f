package com.dmverify.x;

import com.dmverify.x.dm.DirectMessages;
import com.dmverify.x.dm.v1.MessageEvents;
import com.dmverify.x.user.Users;
import com.dmverify.x.welcome.WelcomeMessages;
import com.dmverify.x.welcome.WelcomeRules;
import com.dmverify.x.wire.Wire;
import java.net.URI;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to X for one account (or one app). Make one and keep it: it holds connections. Thread-safe; calls block, so
 * virtual threads suit them; no call throws.
 */
public final class XClient implements AutoCloseable {

    private final Wire wire;

    private XClient(Wire wire) {
        this.wire = wire;
    }

    /** Builds a client; only credentials are required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Direct Messages in this generation. */
    public DirectMessages directMessages(Generation generation) {
        return DirectMessages.of(generation, wire);
    }

    /** Everything that v1.1 can do with Direct Messages. */
    public MessageEvents messageEvents() {
        return new MessageEvents(wire);
    }

    /** The greetings of the account (v1.1). */
    public WelcomeMessages welcomeMessages() {
        return new WelcomeMessages(wire);
    }

    /** Which greeting is shown (v1.1). */
    public WelcomeRules welcomeRules() {
        return new WelcomeRules(wire);
    }

    /** Users in this generation. */
    public Users users(Generation generation) {
        return Users.of(generation, wire);
    }

    /** Ends its connections after the calls that are under way. */
    @Override
    public void close() {
        wire.close();
    }

    /** Collects what a client needs. */
    public static final class Builder {

        private URI baseUrl = URI.create("https://api.x.com");
        private @Nullable Credentials credentials;
        private Timeouts timeouts = Timeouts.defaults();
        private InstantSource clock = InstantSource.system();

        private Builder() {}

        /** Where X is; {@code https://api.x.com} unless told. The host is part of every signature. */
        public Builder baseUrl(URI value) {
            this.baseUrl = value;
            return this;
        }

        /** Who calls. */
        public Builder credentials(Credentials value) {
            this.credentials = value;
            return this;
        }

        /** How long to wait; {@link Timeouts#defaults} unless told. */
        public Builder timeouts(Timeouts value) {
            this.timeouts = value;
            return this;
        }

        /** The time that goes into signatures; the system's unless told. */
        public Builder clock(InstantSource value) {
            this.clock = value;
            return this;
        }

        /** The client. Throws {@link IllegalStateException} without credentials. */
        public XClient build() {
            if (credentials == null) {
                throw new IllegalStateException("a client of X needs credentials");
            }
            return new XClient(new Wire(baseUrl, credentials, timeouts, clock));
        }
    }
}
