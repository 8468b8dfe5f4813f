package com.dmverify.x;

import com.dmverify.x.dm.DirectMessages;
import com.dmverify.x.dm.v1.MessageEvents;
import com.dmverify.x.dm.v2.Conversations;
import com.dmverify.x.dm.v2.DmEvents;
import com.dmverify.x.http.CallExecutor;
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
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A client of X's API for one account or one app. Reuse it: it holds connections. Thread-safe. Calls block; use virtual
 * threads. What X or the network does is never an exception. An argument beyond X's documented limits is an
 * {@link IllegalArgumentException} before anything is sent.
 */
public final class XClient implements AutoCloseable {

    private final CallExecutor executor;
    private final CallExecutor uploads;

    private XClient(CallExecutor executor, CallExecutor uploads) {
        this.executor = executor;
        this.uploads = uploads;
    }

    /** Builds a client; only credentials are required. */
    public static Builder builder() {
        return new Builder();
    }

    /** The operations on Direct Messages that both API versions have. */
    public DirectMessages directMessages(ApiVersion apiVersion) {
        return DirectMessages.of(apiVersion, executor);
    }

    /** Look-ups of single users, in either API version. */
    public Users users(ApiVersion apiVersion) {
        return Users.of(apiVersion, executor);
    }

    /** Writing Direct Messages in v2: conversations, groups, media. */
    public Conversations conversations() {
        return new Conversations(executor);
    }

    /** Reading Direct Messages in v2. */
    public DmEvents dmEvents() {
        return new DmEvents(executor);
    }

    /** All Direct Message operations of v1.1. */
    public MessageEvents messageEvents() {
        return new MessageEvents(executor);
    }

    /** The account's welcome messages (v1.1). */
    public WelcomeMessages welcomeMessages() {
        return new WelcomeMessages(executor);
    }

    /** The rule that selects the welcome message (v1.1). */
    public WelcomeRules welcomeRules() {
        return new WelcomeRules(executor);
    }

    /** Look-ups of many users, and followers (v2). */
    public UserDirectory userDirectory() {
        return new UserDirectory(executor);
    }

    /** Look-ups of many users, friendships and followers (v1.1). */
    public LegacyUserDirectory legacyUserDirectory() {
        return new LegacyUserDirectory(executor);
    }

    /** Media uploads of v2. */
    public MediaUpload mediaUpload() {
        return new MediaUpload(executor);
    }

    /** Media uploads of v1.1. */
    public LegacyMediaUpload legacyMediaUpload() {
        return new LegacyMediaUpload(uploads);
    }

    /** Registered webhooks (v2). */
    public Webhooks webhooks() {
        return new Webhooks(executor);
    }

    /** Subscriptions of X Activity. */
    public ActivitySubscriptions activitySubscriptions() {
        return new ActivitySubscriptions(executor);
    }

    /** Subscriptions of Account Activity, v2. */
    public AccountActivity accountActivity() {
        return new AccountActivity(executor);
    }

    /** Webhooks and subscriptions of Account Activity, v1.1 Premium, in one environment. */
    public PremiumAccountActivity premiumAccountActivity(String environment) {
        return new PremiumAccountActivity(executor, environment);
    }

    /** Webhooks and subscriptions of Account Activity, v1.1 Enterprise. */
    public EnterpriseAccountActivity enterpriseAccountActivity() {
        return new EnterpriseAccountActivity(executor);
    }

    /** How far X's clock is ahead of ours, by the last response with a {@code Date}; empty before the first. */
    public Optional<ClockOffset> clockOffset() {
        return executor.clockOffset();
    }

    /** Closes the connections after the running calls. */
    @Override
    public void close() {
        executor.close();
    }

    /** Builds a client. */
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

        /** The base URL of X's API; default {@code https://api.x.com}. The host is part of every signature. */
        public Builder baseUrl(URI value) {
            this.baseUrl = value;
            return this;
        }

        /** The base URL of v1.1 uploads; default {@code https://upload.x.com} for X, else the base URL. */
        public Builder uploadUrl(URI value) {
            this.uploadUrl = value;
            return this;
        }

        /** The credentials; required. */
        public Builder credentials(Credentials value) {
            this.credentials = value;
            return this;
        }

        /** The time-outs; default {@link Timeouts#defaults}. */
        public Builder timeouts(Timeouts value) {
            this.timeouts = value;
            return this;
        }

        /** The clock for the time stamps of signatures; default the system's. */
        public Builder clock(InstantSource value) {
            this.clock = value;
            return this;
        }

        /** The TLS context; default the JDK's. For a sandbox with a certificate of its own. */
        public Builder tls(SSLContext value) {
            this.tls = value;
            return this;
        }

        /** The client. Throws {@link IllegalStateException} without credentials. */
        public XClient build() {
            if (credentials == null) {
                throw new IllegalStateException("a client of X needs credentials");
            }
            CallExecutor executor = new CallExecutor(baseUrl, credentials, timeouts, clock, tls);
            URI otherwise = baseUrl.equals(X) ? UPLOADS_OF_X : baseUrl;
            return new XClient(executor, executor.at(uploadUrl == null ? otherwise : uploadUrl));
        }
    }
}
