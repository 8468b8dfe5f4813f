package com.dmverify.x;

import com.dmverify.x.dm.DirectMessages;
import com.dmverify.x.dm.v1.MessageEvents;
import com.dmverify.x.dm.v2.Conversations;
import com.dmverify.x.dm.v2.DmEvents;
import com.dmverify.x.media.LegacyMediaUpload;
import com.dmverify.x.media.MediaUpload;
import com.dmverify.x.subscription.AccountActivity;
import com.dmverify.x.subscription.ActivitySubscriptions;
import com.dmverify.x.subscription.EnterpriseAccountActivity;
import com.dmverify.x.subscription.PremiumAccountActivity;
import com.dmverify.x.subscription.Webhooks;
import com.dmverify.x.user.LegacyUserDirectory;
import com.dmverify.x.user.UserDirectory;
import com.dmverify.x.user.Users;
import com.dmverify.x.welcome.WelcomeMessages;
import com.dmverify.x.welcome.WelcomeRules;
import com.dmverify.x.wire.Wire;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to X for one account (or one app). Make one and keep it: it holds connections. Thread-safe; calls block, so
 * virtual threads suit them. What X or the network does is never an exception; an argument that X's own limits forbid is
 * an {@link IllegalArgumentException} before anything is sent.
 */
public final class XClient implements AutoCloseable {

    private final Wire wire;
    private final Wire uploads;

    private XClient(Wire wire, Wire uploads) {
        this.wire = wire;
        this.uploads = uploads;
    }

    /** Builds a client; only credentials are required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Direct Messages in this API version, as far as both have them in common. */
    public DirectMessages directMessages(ApiVersion apiVersion) {
        return DirectMessages.of(apiVersion, wire);
    }

    /** Users in this API version, one by one. */
    public Users users(ApiVersion apiVersion) {
        return Users.of(apiVersion, wire);
    }

    /** Writing Direct Messages in v2: conversations, groups, media. */
    public Conversations conversations() {
        return new Conversations(wire);
    }

    /** Reading Direct Messages in v2. */
    public DmEvents dmEvents() {
        return new DmEvents(wire);
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

    /** Users of v2 by the many, and followers. */
    public UserDirectory userDirectory() {
        return new UserDirectory(wire);
    }

    /** Users of v1.1 by the many, friendships and followers. */
    public LegacyUserDirectory legacyUserDirectory() {
        return new LegacyUserDirectory(wire);
    }

    /** Uploading in v2. */
    public MediaUpload mediaUpload() {
        return new MediaUpload(wire);
    }

    /** Uploading in v1.1. */
    public LegacyMediaUpload legacyMediaUpload() {
        return new LegacyMediaUpload(uploads);
    }

    /** Where X delivers to (v2). */
    public Webhooks webhooks() {
        return new Webhooks(wire);
    }

    /** What X delivers: X Activity. */
    public ActivitySubscriptions activitySubscriptions() {
        return new ActivitySubscriptions(wire);
    }

    /** What X delivers: Account Activity in v2. */
    public AccountActivity accountActivity() {
        return new AccountActivity(wire);
    }

    /** What X delivers: Account Activity of v1.1, Premium, in one environment. */
    public PremiumAccountActivity premiumAccountActivity(String environment) {
        return new PremiumAccountActivity(wire, environment);
    }

    /** What X delivers: Account Activity of v1.1, Enterprise. */
    public EnterpriseAccountActivity enterpriseAccountActivity() {
        return new EnterpriseAccountActivity(wire);
    }

    /** How far X's clock is ahead of ours, by the last answer that carried a {@code Date}; empty before the first. */
    public Optional<ClockOffset> clockOffset() {
        return wire.clockOffset();
    }

    /** Ends its connections after the calls that are under way. */
    @Override
    public void close() {
        wire.close();
    }

    /** Collects what a client needs. */
    public static final class Builder {

        private static final URI X = URI.create("https://api.x.com");
        private static final URI UPLOADS_OF_X = URI.create("https://upload.x.com");

        private URI baseUrl = X;
        private @Nullable URI uploadUrl;
        private @Nullable Credentials credentials;
        private Timeouts timeouts = Timeouts.defaults();
        private InstantSource clock = InstantSource.system();
        private @Nullable SSLContext tls;

        private Builder() {}

        /** Where X is; {@code https://api.x.com} unless told. The host is part of every signature. */
        public Builder baseUrl(URI value) {
            this.baseUrl = value;
            return this;
        }

        /** Where v1.1 uploads go; unless told {@code https://upload.x.com} for X itself, else the base URL. */
        public Builder uploadUrl(URI value) {
            this.uploadUrl = value;
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

        /** Whom to trust; the JDK's choice unless told. For a sandbox with a certificate of its own. */
        public Builder tls(SSLContext value) {
            this.tls = value;
            return this;
        }

        /** The client. Throws {@link IllegalStateException} without credentials. */
        public XClient build() {
            if (credentials == null) {
                throw new IllegalStateException("a client of X needs credentials");
            }
            Wire wire = new Wire(baseUrl, credentials, timeouts, clock, tls);
            URI otherwise = baseUrl.equals(X) ? UPLOADS_OF_X : baseUrl;
            return new XClient(wire, wire.at(uploadUrl == null ? otherwise : uploadUrl));
        }
    }
}
