package io.github.discordgateway.autoconfigure;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.github.discordgateway.Intent;
import io.github.discordgateway.command.Activity;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.identify.IdentifyReserve;
import io.github.discordgateway.identify.InMemoryIdentifyQueue;
import io.github.discordgateway.internal.cluster.ShardFactorySettings;
import io.github.discordgateway.internal.cluster.ShardLayout;
import io.github.discordgateway.internal.cluster.ShardSplit;
import io.github.discordgateway.internal.compression.Compression;
import io.github.discordgateway.internal.redis.RedisOwnershipSettings;
import io.github.discordgateway.internal.shard.ShardSettings;
import io.github.discordgateway.internal.transport.GatewayProxy;
import io.github.discordgateway.internal.transport.GatewayTls;
import io.github.discordgateway.internal.transport.ResumeHost;
import io.github.discordgateway.internal.transport.TlsProvider;
import io.github.discordgateway.internal.transport.TlsTrust;
import io.github.discordgateway.listener.DispatchOrdering;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.GatewaySimulatorBuilder;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/**
 * Configuration of the gateway. It checks itself, so that a wrong value is reported with
 * its property whether or not a Bean Validation provider is there.
 *
 * @param enabled Whether there is a gateway at all; without, none of its beans is made.
 * @param autoStartup Whether the bot connects when the application starts; without, its
 * beans are there, and nothing connects.
 * @param token Token of the bot, from the developer portal.
 * @param intents What the bot subscribes to; left out, it is derived from the listeners.
 * @param apiUrl Base URL of the REST API that is asked where to connect.
 * @param url URL of the gateway; left out, Discord is asked.
 * @param compression How the server compresses what it sends.
 * @param maxPayloadSize Largest message to accept, inflated. A larger one is passed over.
 * @param largeThreshold Number of members, from 50 to 250, above which a guild comes
 * without those who are offline.
 * @param startup What the start of the application waits for. It fails when Discord
 * refuses the token or the intents meanwhile.
 * @param startupTimeout Longest time for which the start of the application waits for the
 * first shard.
 * @param sharding Which shards run.
 * @param coordination What several processes share the shards through, so that each runs
 * a part of them, and others go on when one ends.
 * @param redis How shards are shared through Redis, which spring.data.redis.* tells where
 * to find.
 * @param presence How the bot is shown.
 * @param ssl How connections are encrypted.
 * @param proxy Proxy through which Discord is reached.
 * @param timeouts Time limits of a connection.
 * @param reconnect Pauses between connections.
 * @param identify How carefully the day's identifies are spent.
 * @param resume How long sessions live.
 * @param shutdown How the bot leaves.
 * @param dispatch How events reach the listeners.
 * @param commands How commands are sent, and requests answered.
 * @param metrics How the gateway is measured.
 * @param observations Whether the calls of listeners are observed.
 * @param health How the health of the gateway is shown.
 * @param role What this process does.
 * @param relay Whether events go from processes that run shards to others with the
 * listeners.
 * @param simulator Embedded gateway to run without Discord.
 */
@ConfigurationProperties("discord.gateway")
public record DiscordGatewayProperties(@DefaultValue("true") boolean enabled, @DefaultValue("true") boolean autoStartup,
		@Nullable String token, @Nullable Set<Intent> intents, @DefaultValue("https://discord.com/api/v10") URI apiUrl,
		@Nullable URI url, @DefaultValue("auto") CompressionMode compression,
		@DefaultValue("64MB") DataSize maxPayloadSize, @DefaultValue("50") int largeThreshold,
		@DefaultValue("wait") Startup startup, @DefaultValue("10s") Duration startupTimeout,
		@DefaultValue Sharding sharding, @DefaultValue("none") Coordination coordination, @DefaultValue Redis redis,
		@DefaultValue Presence presence, @DefaultValue Ssl ssl, @DefaultValue Proxy proxy,
		@DefaultValue Timeouts timeouts, @DefaultValue Reconnect reconnect, @DefaultValue Identify identify,
		@DefaultValue Resume resume, @DefaultValue Shutdown shutdown, @DefaultValue Dispatch dispatch,
		@DefaultValue Commands commands, @DefaultValue Metrics metrics, @DefaultValue Observations observations,
		@DefaultValue Health health, @DefaultValue("all") Role role, @DefaultValue("none") RelayType relay,
		@DefaultValue Simulator simulator) implements Validator {

	private static final Duration UNTIL_IT_ANSWERS = Duration.ofDays(1);

	/** Time between two identifies of a bucket. */
	Duration identifyWindow() {
		return this.simulator.enabled ? this.simulator.identifyWindow.plus(this.identify.slack)
				: this.identify.window();
	}

	@Override
	public boolean supports(Class<?> candidate) {
		return candidate == DiscordGatewayProperties.class;
	}

	@Override
	public void validate(Object target, Errors errors) {
		DiscordGatewayProperties properties = (DiscordGatewayProperties) target;
		PropertyChecks checks = new PropertyChecks(errors);
		checks.scheme("apiUrl", properties.apiUrl, "http", "https");
		checks.scheme("url", properties.url, "ws", "wss");
		checks.range("maxPayloadSize", properties.maxPayloadSize.toBytes(), 1024 * 1024, 1024 * 1024 * 1024,
				"must be from 1MB to 1GB");
		checks.range("largeThreshold", properties.largeThreshold, 50, 250, "must be from 50 to 250");
		checks.positive("startupTimeout", properties.startupTimeout);
		properties.sharding.validate(checks);
		properties.redis.validate(checks);
		if (properties.coordination != Coordination.NONE) {
			properties.validateCoordination(checks);
		}
		properties.presence.validate(checks);
		properties.proxy.validate(checks);
		properties.timeouts.validate(checks);
		properties.reconnect.validate(checks);
		properties.identify.validate(checks);
		properties.resume.validate(checks);
		properties.dispatch.validate(checks);
		properties.commands.validate(checks);
		properties.metrics.validate(checks);
		properties.health.validate(checks);
		properties.simulator.validate(checks);
	}

	private void validateCoordination(PropertyChecks checks) {
		if (this.sharding.ids != null || this.sharding.instanceIndex != null) {
			checks.reject((this.sharding.ids != null) ? "sharding.ids" : "sharding.instanceIndex",
					"and coordination exclude each other: both say which shards run here");
		}
		if (this.resume.store != null || this.resume.path != null) {
			checks.reject((this.resume.store != null) ? "resume.store" : "resume.path",
					"and coordination exclude each other: sessions that other processes resume are kept with the "
							+ "shards. A SessionStore of your own may keep them elsewhere");
		}
	}

	/**
	 * A shard that processes share waits for its session for as long as it cannot be had:
	 * it could not identify meanwhile anyhow.
	 */
	private Duration sessionLoadTimeout() {
		return (this.coordination != Coordination.NONE) ? UNTIL_IT_ANSWERS : this.resume.loadTimeout;
	}

	private ShardSettings shardSettings() {
		return new ShardSettings(this.timeouts.connect, this.timeouts.hello, this.timeouts.ready, this.timeouts.resumed,
				this.timeouts.close, this.reconnect.initialBackOff, this.reconnect.maxBackOff,
				this.reconnect.invalidSessionBackOff, this.resume.maxAttempts, this.resume.maxDuration,
				this.commands.maxQueued, this.resume.maxLag, this.resume.saveInterval);
	}

	/** Without the token. */
	@Override
	public String toString() {
		return "DiscordGatewayProperties[enabled=" + this.enabled + ", token="
				+ ((this.token != null) ? "******" : null) + ", intents=" + this.intents + ", apiUrl=" + this.apiUrl
				+ ", url=" + this.url + "]";
	}

	ShardFactorySettings shardFactorySettings(DiscordGatewayConnectionDetails connectionDetails) {
		return new ShardFactorySettings(connectionDetails::getToken, this.intents, this.largeThreshold,
				this.presence.toCommand(), this.resume.resumeHost(connectionDetails.getUrl()), sessionLoadTimeout(),
				shardSettings());
	}

	/**
	 * What the start of the application waits for.
	 */
	public enum Startup {

		/**
		 * For nothing: what Discord refuses is logged and shown by health.
		 */
		ASYNC,

		/**
		 * For the first shard, but no longer than the timeout: when Discord cannot be
		 * reached the application starts all the same.
		 */
		WAIT,

		/**
		 * For the first shard: when none is ready within the timeout the start fails.
		 */
		FAIL_FAST

	}

	/**
	 * What a process does.
	 */
	public enum Role {

		/** It runs shards and listeners. */
		ALL,

		/** It runs shards, and hands all events to the relay. */
		GATEWAY,

		/** It runs listeners, which get their events from the relay. */
		WORKER

	}

	/**
	 * Whether events leave the process that receives them.
	 */
	public enum RelayType {

		/** They do not: the listeners of the process handle them. */
		NONE,

		/** They go through Kafka, with Spring for Apache Kafka. */
		KAFKA

	}

	/**
	 * How the server shall compress what it sends.
	 */
	public enum CompressionMode {

		/** As zstd when {@code com.github.luben:zstd-jni} is there, and else as zlib. */
		AUTO,

		/** Not at all. */
		NONE,

		/** As one zlib stream for each connection. */
		ZLIB_STREAM,

		/** As one zstd stream for each connection. */
		ZSTD_STREAM;

		Compression resolve() {
			return switch (this) {
				case AUTO -> Compression.best();
				case NONE -> Compression.NONE;
				case ZLIB_STREAM -> Compression.ZLIB_STREAM;
				case ZSTD_STREAM -> Compression.ZSTD_STREAM.requireAvailable();
			};
		}

	}

	/**
	 * Which shards run here.
	 *
	 * @param total Number of shards that the bot's guilds are divided by; left out,
	 * Discord recommends it.
	 * @param ids Shards of the total that run in this process, as numbers and ranges such
	 * as 0-15; left out, all of them.
	 * @param instanceIndex Which of several instances this is, from 0, so that it runs
	 * its part of the shards.
	 * @param instanceCount Number of instances that share the shards.
	 * @param handOverWindow Time by which the shards of two totals may receive the same
	 * event apart, when the number of shards is changed at run time.
	 * @param handOverTimeout Time for which new shards that are ready wait for the old
	 * ones to be level with them, before the change is given up.
	 */
	public record Sharding(@Nullable Integer total, @Nullable List<String> ids, @Nullable Integer instanceIndex,
			@Nullable Integer instanceCount, @DefaultValue("2s") Duration handOverWindow,
			@DefaultValue("10m") Duration handOverTimeout) {

		private static final Pattern IDS = Pattern.compile("\\s*(\\d{1,9})(?:\\s*-\\s*(\\d{1,9}))?\\s*");

		private void validate(PropertyChecks checks) {
			if (this.total != null) {
				checks.range("sharding.total", this.total, 1, ShardLayout.MAX_TOTAL,
						"must be from 1 to " + ShardLayout.MAX_TOTAL);
			}
			checks.positive("sharding.handOverWindow", this.handOverWindow);
			checks.positive("sharding.handOverTimeout", this.handOverTimeout);
			validateIds(checks);
			validateInstance(checks);
		}

		private void validateIds(PropertyChecks checks) {
			if (this.ids == null) {
				return;
			}
			if (this.total == null) {
				checks.reject("sharding.ids",
						"needs discord.gateway.sharding.total: ids alone do not tell of how many");
			}
			else if (this.ids.isEmpty() || !this.ids.stream().allMatch((range) -> isWithin(range, this.total))) {
				checks.reject("sharding.ids", "must be one or more ids or ranges such as 0-15, from 0 to "
						+ (this.total - 1) + " (sharding.total - 1)");
			}
			if (this.instanceIndex != null || this.instanceCount != null) {
				checks.reject("sharding.ids",
						"and sharding.instance-index exclude each other: both say which shards run here");
			}
		}

		private void validateInstance(PropertyChecks checks) {
			if ((this.instanceIndex == null) != (this.instanceCount == null)) {
				checks.reject((this.instanceIndex != null) ? "sharding.instanceIndex" : "sharding.instanceCount",
						"needs both sharding.instance-index and sharding.instance-count");
			}
			else if (this.instanceIndex != null && this.instanceCount != null) {
				checks.range("sharding.instanceCount", this.instanceCount, 1,
						(this.total != null) ? this.total : Integer.MAX_VALUE,
						"must be at least 1 and not more than the shards");
				checks.range("sharding.instanceIndex", this.instanceIndex, 0, this.instanceCount - 1,
						"must be from 0 to " + (this.instanceCount - 1) + " (sharding.instance-count - 1)");
			}
		}

		private static boolean isWithin(String range, int total) {
			Matcher matcher = IDS.matcher(range);
			return matcher.matches() && first(matcher) <= last(matcher) && last(matcher) < total;
		}

		private static int first(Matcher range) {
			return Integer.parseInt(range.group(1));
		}

		private static int last(Matcher range) {
			return (range.group(2) != null) ? Integer.parseInt(range.group(2)) : first(range);
		}

		ShardSplit split() {
			if (this.ids != null && this.total != null) {
				return ShardSplit.ids(this.total,
						this.ids.stream()
							.map(IDS::matcher)
							.filter(Matcher::matches)
							.flatMap((range) -> IntStream.rangeClosed(first(range), last(range)).boxed())
							.toList());
			}
			if (this.instanceIndex != null && this.instanceCount != null) {
				return ShardSplit.part(this.instanceIndex, this.instanceCount);
			}
			return ShardSplit.all();
		}

	}

	/**
	 * What processes share the shards through.
	 */
	public enum Coordination {

		/** Nothing: this process runs what {@code sharding} says. */
		NONE,

		/** Redis, with {@code spring-boot-starter-data-redis}. */
		REDIS

	}

	/**
	 * How shards are shared through Redis.
	 *
	 * @param keyPrefix What the names of all keys begin with.
	 * @param leaseDuration Time after which the shards of a process that does not answer
	 * are taken over.
	 * @param renewInterval Time between two renewals of a process's shards.
	 * @param handOver Number of shards that a process which has joined is given by others
	 * at a time.
	 * @param inDoubt What becomes of shards that another process may have taken over,
	 * since Redis cannot be reached.
	 */
	public record Redis(@DefaultValue("discord:gateway") String keyPrefix, @DefaultValue("15s") Duration leaseDuration,
			@DefaultValue("5s") Duration renewInterval, @DefaultValue("2") int handOver,
			@DefaultValue("keep") InDoubt inDoubt) {

		private static final Duration LONGEST_CALL = Duration.ofSeconds(3);

		private void validate(PropertyChecks checks) {
			if (this.keyPrefix.isBlank() || this.keyPrefix.contains("{") || this.keyPrefix.contains("}")) {
				checks.reject("redis.keyPrefix", "must not be empty, and holds no braces");
			}
			checks.positive("redis.renewInterval", this.renewInterval);
			if (this.leaseDuration.compareTo(this.renewInterval.multipliedBy(2)) < 0) {
				checks.reject("redis.leaseDuration", "must be at least twice redis.renew-interval");
			}
			checks.range("redis.handOver", this.handOver, 1, Integer.MAX_VALUE, "must be at least 1");
		}

		RedisOwnershipSettings toSettings(Duration commandLimit) {
			return new RedisOwnershipSettings(this.leaseDuration, this.renewInterval, this.handOver,
					this.inDoubt == InDoubt.CLOSE, commandLimit);
		}

		/** Limit of one call, so that a lease can be renewed again in time. */
		Duration callTimeout() {
			Duration half = this.leaseDuration.dividedBy(2);
			return (half.compareTo(LONGEST_CALL) < 0) ? half : LONGEST_CALL;
		}

		/** What becomes of shards that others may run. */
		public enum InDoubt {

			/** They run on, and are closed when Redis says that others run them. */
			KEEP,

			/** They are closed, and started again when Redis says that they may be. */
			CLOSE

		}

	}

	/**
	 * How the bot is shown when it comes online.
	 *
	 * @param status Status of the bot; left out, it is online.
	 * @param afk Whether the bot is away.
	 * @param activity What the bot is shown to do.
	 */
	public record Presence(UpdatePresence.@Nullable Status status, @DefaultValue("false") boolean afk,
			@Nullable ActivityProperties activity) {

		private void validate(PropertyChecks checks) {
			if (this.activity != null) {
				this.activity.validate(checks);
			}
		}

		@Nullable UpdatePresence toCommand() {
			if (this.status == null && this.activity == null && !this.afk) {
				return null;
			}
			UpdatePresence.Status shown = (this.status != null) ? this.status : UpdatePresence.Status.ONLINE;
			return new UpdatePresence(null, (this.activity != null) ? List.of(this.activity.toActivity()) : List.of(),
					shown, this.afk);
		}

	}

	/**
	 * What the bot is shown to do.
	 *
	 * @param type Kind of activity.
	 * @param name Name that is shown.
	 * @param state Further line; the text itself of a custom status.
	 * @param url Where a stream is to be seen, on Twitch or YouTube.
	 */
	public record ActivityProperties(@DefaultValue("playing") Activity.Type type, @Nullable String name,
			@Nullable String state, @Nullable URI url) {

		private void validate(PropertyChecks checks) {
			if ((this.name == null || this.name.isBlank()) && this.type != Activity.Type.CUSTOM) {
				checks.reject("presence.activity.name", "must not be empty");
			}
			if (this.url != null && this.type != Activity.Type.STREAMING) {
				checks.reject("presence.activity.url", "is only allowed with presence.activity.type=streaming");
			}
		}

		private Activity toActivity() {
			String shown = (this.name != null && !this.name.isBlank()) ? this.name : "Custom Status";
			return new Activity(shown, this.type, this.state, (this.url != null) ? this.url.toString() : null);
		}

	}

	/**
	 * How connections are encrypted.
	 *
	 * @param bundle SSL bundle with own authorities, or a certificate for the bot.
	 * @param trust Whose authorities are trusted, unless the bundle has a trust store.
	 * @param provider What encrypts.
	 */
	public record Ssl(@Nullable String bundle, @DefaultValue("jdk") Trust trust,
			@DefaultValue("auto") Provider provider) {

		/** Whether JDK and client would do the same by themselves. */
		boolean isUsual() {
			return this.trust == Trust.JDK && this.provider == Provider.AUTO;
		}

		GatewayTls toTls(@Nullable SslBundle resolved) {
			TlsProvider encrypting = switch (this.provider) {
				case AUTO -> TlsProvider.AUTO;
				case JDK -> TlsProvider.JDK;
				case OPENSSL -> TlsProvider.OPENSSL;
			};
			TlsTrust trusted = switch (this.trust) {
				case JDK -> TlsTrust.JDK;
				case SYSTEM -> TlsTrust.SYSTEM;
			};
			return new GatewayTls(encrypting, trusted, resolved);
		}

		/**
		 * Whose authorities are trusted to issue the certificates of servers.
		 */
		public enum Trust {

			/**
			 * Those that come with the JDK, or that {@code javax.net.ssl.trustStore}
			 * names.
			 */
			JDK,

			/** Those of the operating system, where a company's own one often is. */
			SYSTEM

		}

		/**
		 * What encrypts the connections.
		 */
		public enum Provider {

			/**
			 * OpenSSL when {@code io.netty:netty-tcnative-*} is there and works, else the
			 * JDK.
			 */
			AUTO,

			/** The JDK. */
			JDK,

			/** OpenSSL, or BoringSSL, through {@code io.netty:netty-tcnative-*}. */
			OPENSSL

		}

	}

	/**
	 * Proxy through which Discord is reached, for the REST request and the shards alike.
	 *
	 * @param type What the proxy speaks.
	 * @param host Host of the proxy; left out, there is none.
	 * @param port Port of the proxy.
	 * @param username Who uses the proxy.
	 * @param password Password of that user, which SOCKS 4 does not have.
	 * @param nonProxyHosts Hosts that are reached without the proxy, such as localhost or
	 * *.example.org.
	 */
	public record Proxy(@DefaultValue("http") Type type, @Nullable String host, @Nullable Integer port,
			@Nullable String username, @Nullable String password, @DefaultValue List<String> nonProxyHosts) {

		private void validate(PropertyChecks checks) {
			if (!isSet(this.host)) {
				return;
			}
			if (this.port == null) {
				checks.reject("proxy.port", "is needed with proxy.host");
			}
			else {
				checks.range("proxy.port", this.port, 1, 65535, "must be from 1 to 65535");
			}
			// A rejected value is printed: never reject the password's own field.
			if (this.type == Type.SOCKS4) {
				if (isSet(this.password)) {
					checks.reject("proxy.type", "knows no password: socks5 does, or leave out proxy.password");
				}
			}
			else if (isSet(this.username) != isSet(this.password)) {
				checks.reject("proxy.username",
						isSet(this.username) ? "needs proxy.password, too" : "is needed with proxy.password");
			}
		}

		@Nullable GatewayProxy toProxy() {
			if (this.host == null || this.host.isBlank() || this.port == null) {
				return null;
			}
			GatewayProxy.Type spoken = switch (this.type) {
				case HTTP -> GatewayProxy.Type.HTTP;
				case SOCKS4 -> GatewayProxy.Type.SOCKS4;
				case SOCKS5 -> GatewayProxy.Type.SOCKS5;
			};
			return new GatewayProxy(spoken, this.host, this.port, isSet(this.username) ? this.username : null,
					isSet(this.password) ? this.password : null, this.nonProxyHosts);
		}

		private static boolean isSet(@Nullable String text) {
			return text != null && !text.isBlank();
		}

		/** Without the password. */
		@Override
		public String toString() {
			return "Proxy[type=" + this.type + ", host=" + this.host + ", port=" + this.port + ", username="
					+ this.username + ", password=" + ((this.password != null) ? "******" : null) + ", nonProxyHosts="
					+ this.nonProxyHosts + "]";
		}

		/**
		 * What a proxy speaks.
		 */
		public enum Type {

			/** HTTP, with the method CONNECT. */
			HTTP,

			/** SOCKS 4a, which knows users but no passwords. */
			SOCKS4,

			/** SOCKS 5. */
			SOCKS5

		}

	}

	/**
	 * Time limits of a connection.
	 *
	 * @param connect Limit for TCP, TLS and the WebSocket handshake, and for the REST
	 * request.
	 * @param hello Limit for HELLO after the handshake.
	 * @param ready Limit for READY after IDENTIFY; ten minutes while Discord acknowledges
	 * heartbeats, since it has an outage then.
	 * @param resumed Limit for RESUMED after RESUME, counted anew with each replayed
	 * event; ten minutes in the same way.
	 * @param close Limit for the end of the connection after a close frame.
	 */
	public record Timeouts(@DefaultValue("10s") Duration connect, @DefaultValue("20s") Duration hello,
			@DefaultValue("1m") Duration ready, @DefaultValue("1m") Duration resumed,
			@DefaultValue("5s") Duration close) {

		private void validate(PropertyChecks checks) {
			checks.positive("timeouts.connect", this.connect);
			checks.positive("timeouts.hello", this.hello);
			checks.positive("timeouts.ready", this.ready);
			checks.positive("timeouts.resumed", this.resumed);
			checks.positive("timeouts.close", this.close);
		}

	}

	/**
	 * Pauses between connections, of which a part is drawn at random.
	 *
	 * @param initialBackOff Longest pause before the second attempt; it doubles with each
	 * further one.
	 * @param maxBackOff Longest pause of all.
	 * @param invalidSessionBackOff Longest pause after Discord declared a session
	 * invalid.
	 */
	public record Reconnect(@DefaultValue("1s") Duration initialBackOff, @DefaultValue("1m") Duration maxBackOff,
			@DefaultValue("5s") Duration invalidSessionBackOff) {

		private void validate(PropertyChecks checks) {
			checks.positive("reconnect.initialBackOff", this.initialBackOff);
			checks.positive("reconnect.maxBackOff", this.maxBackOff);
			checks.positive("reconnect.invalidSessionBackOff", this.invalidSessionBackOff);
			if (this.maxBackOff.compareTo(this.initialBackOff) < 0) {
				checks.reject("reconnect.maxBackOff", "must not be smaller than reconnect.initial-back-off");
			}
		}

	}

	/**
	 * How carefully the day's identifies are spent.
	 *
	 * @param slack Time that is added to the five seconds between two identifies of one
	 * bucket, since they may take a different time to arrive.
	 * @param reserve Identifies of a day that are never spent: a number, or a percentage
	 * of the total.
	 */
	public record Identify(@DefaultValue("250ms") Duration slack, @DefaultValue("5%") IdentifyReserve reserve) {

		private void validate(PropertyChecks checks) {
			checks.notNegative("identify.slack", this.slack);
		}

		Duration window() {
			return InMemoryIdentifyQueue.DEFAULT_WINDOW.plus(this.slack);
		}

	}

	/**
	 * How long sessions live: when one is given up for a new one, and whether it outlives
	 * the process.
	 *
	 * @param maxAttempts Number of RESUMEs that may fail in a row.
	 * @param maxDuration Time for which a session that cannot be resumed is tried again.
	 * @param store Where sessions are kept; left out, in files when a path is set, and
	 * otherwise in memory.
	 * @param path Directory of the files, which one process at a time may use; left out,
	 * .discord-gateway/sessions in the working directory.
	 * @param loadTimeout Time for which a store that fails or does not answer is asked
	 * for a session, before a new one is begun.
	 * @param saveInterval Time between two saves of a session that goes on.
	 * @param maxLag Number of events that may be received and not handled before
	 * heartbeats tell Discord what was received, and no longer what was handled.
	 * @param host Hosts that Discord may name to resume at; left out, any, and the
	 * gateway's own ones when discord.gateway.url is set.
	 */
	public record Resume(@DefaultValue("5") int maxAttempts, @DefaultValue("5m") Duration maxDuration,
			@Nullable SessionStoreType store, @Nullable Path path, @DefaultValue("30s") Duration loadTimeout,
			@DefaultValue("1s") Duration saveInterval, @DefaultValue("2000") int maxLag, @Nullable Host host) {

		private static final Path DEFAULT_PATH = Path.of(".discord-gateway", "sessions");

		private void validate(PropertyChecks checks) {
			checks.range("resume.maxAttempts", this.maxAttempts, 1, Integer.MAX_VALUE, "must be at least 1");
			checks.positive("resume.maxDuration", this.maxDuration);
			checks.positive("resume.loadTimeout", this.loadTimeout);
			checks.positive("resume.saveInterval", this.saveInterval);
			checks.range("resume.maxLag", this.maxLag, 0, Integer.MAX_VALUE, "must not be negative");
		}

		/**
		 * Where session files are.
		 * @param preset the directory when nothing is configured, if any
		 * @return the directory; {@code null} when sessions are kept in memory
		 */
		@Nullable Path directory(@Nullable Path preset) {
			if (this.store == null && this.path == null) {
				return preset;
			}
			SessionStoreType implied = (this.path != null) ? SessionStoreType.FILE : SessionStoreType.MEMORY;
			if (((this.store != null) ? this.store : implied) == SessionStoreType.MEMORY) {
				return null;
			}
			return (this.path != null) ? this.path : DEFAULT_PATH;
		}

		ResumeHost resumeHost(@Nullable URI gatewayUrl) {
			if (this.host == null) {
				return ResumeHost.defaultFor(gatewayUrl);
			}
			return switch (this.host) {
				case ANY -> ResumeHost.ANY;
				case SAME_DOMAIN -> ResumeHost.SAME_DOMAIN;
				case NONE -> ResumeHost.NONE;
			};
		}

		/**
		 * Which hosts Discord may name to resume a session at. At another one the session
		 * is resumed where new ones begin.
		 */
		public enum Host {

			/** Any: Discord spreads the sessions over hosts of its own. */
			ANY,

			/**
			 * The gateway's own host and those beside it: for {@code gateway.discord.gg}
			 * all of {@code discord.gg}.
			 */
			SAME_DOMAIN,

			/** None: sessions are resumed where they began. */
			NONE

		}

	}

	/**
	 * Where sessions are kept.
	 */
	public enum SessionStoreType {

		/** As long as the process lives. */
		MEMORY,

		/** In files, so that the next process resumes them. */
		FILE

	}

	/**
	 * How the bot leaves.
	 *
	 * @param mode Whether the next start can resume the sessions.
	 */
	public record Shutdown(@DefaultValue("resume") Mode mode) {

		/** What becomes of the sessions. */
		public enum Mode {

			/** They are kept, so that the next start resumes them and misses nothing. */
			RESUME,

			/** They are ended: the bot goes offline at once. */
			FORGET

		}

	}

	/**
	 * How events reach the listeners.
	 *
	 * @param ordering Which events reach a listener in the order in which they were sent.
	 * @param concurrency Largest number of threads that listeners share, unless they run
	 * on virtual threads.
	 * @param maxPending Number of events of one shard that may wait for their listeners
	 * before the shard stops reading.
	 * @param maxPendingBytes Memory that events of all shards together may take while
	 * they wait for their listeners, before shards stop reading; unset for a quarter of
	 * the heap.
	 * @param shed Events, such as presence-update, that are dropped while that many wait,
	 * so that the shard stops reading only for others.
	 * @param slowHandler Time after which a listener that is still busy with one event is
	 * reported, with its stack; 0 to not report any.
	 * @param handlerTimeout Time after which a listener that is still busy with one
	 * event, or paused while one waits for it, is given up; 0 for never.
	 */
	public record Dispatch(@DefaultValue("guild") DispatchOrdering ordering, @DefaultValue("16") int concurrency,
			@DefaultValue("10000") int maxPending, @Nullable DataSize maxPendingBytes,
			@DefaultValue Set<EventType> shed, @DefaultValue("30s") Duration slowHandler,
			@DefaultValue("15m") Duration handlerTimeout) {

		/** Below that a shard stops reading for a single large guild. */
		private static final long MIN_PENDING_BYTES = DataSize.ofMegabytes(1).toBytes();

		private void validate(PropertyChecks checks) {
			checks.range("dispatch.concurrency", this.concurrency, 1, Integer.MAX_VALUE, "must be at least 1");
			checks.range("dispatch.maxPending", this.maxPending, 1, Integer.MAX_VALUE, "must be at least 1");
			checks.notNegative("dispatch.slowHandler", this.slowHandler);
			checks.notNegative("dispatch.handlerTimeout", this.handlerTimeout);
			if (this.maxPendingBytes != null && this.maxPendingBytes.toBytes() < MIN_PENDING_BYTES) {
				checks.reject("dispatch.maxPendingBytes", "must be at least 1MB");
			}
		}

	}

	/**
	 * How commands are sent, and requests answered.
	 *
	 * @param maxQueued Number of commands that may wait for one shard to be ready and for
	 * the send limit; further ones are rejected.
	 * @param answerTimeout Time for which a request, once sent, waits for an answer or
	 * for the next part of one.
	 * @param maxPendingAnswers Size of the answers to requests that may wait for slow
	 * subscribers, beyond which the request that holds most is given up; left out, a
	 * sixteenth of the heap.
	 */
	public record Commands(@DefaultValue("1000") int maxQueued, @DefaultValue("30s") Duration answerTimeout,
			@Nullable DataSize maxPendingAnswers) {

		long maxPendingAnswerBytes() {
			return (this.maxPendingAnswers != null) ? this.maxPendingAnswers.toBytes()
					: Runtime.getRuntime().maxMemory() / 16;
		}

		private void validate(PropertyChecks checks) {
			checks.range("commands.maxQueued", this.maxQueued, 1, Integer.MAX_VALUE, "must be at least 1");
			checks.positive("commands.answerTimeout", this.answerTimeout);
			if (this.maxPendingAnswers != null && this.maxPendingAnswers.toBytes() <= 0) {
				checks.reject("commands.maxPendingAnswers", "must be greater than 0");
			}
		}

	}

	/**
	 * How the gateway is measured.
	 *
	 * @param maxShardTags Number of shards up to which each has meters of its own, with
	 * its number as a tag; more of them share one set of meters.
	 */
	public record Metrics(@DefaultValue("64") int maxShardTags) {

		private void validate(PropertyChecks checks) {
			checks.range("metrics.maxShardTags", this.maxShardTags, 0, Integer.MAX_VALUE, "must not be negative");
		}

	}

	/**
	 * Whether the calls of listeners are observed.
	 *
	 * @param enabled Whether each call of a listener is an observation; left out, when
	 * something other than meters uses observations, such as a tracer.
	 */
	public record Observations(@Nullable Boolean enabled) {
	}

	/**
	 * How the health of the gateway is shown.
	 *
	 * @param maxShards Number of shards up to which each has a component of its own; more
	 * of them share one, which names those that are not up.
	 * @param readiness Whether the application is ready only when the gateway is: adds it
	 * to the health group readiness, unless you have set what that includes.
	 * @param readinessTolerance Time for which a shard that was ready may be without a
	 * connection before the application is not ready any more.
	 */
	public record Health(@DefaultValue("32") int maxShards, @DefaultValue("false") boolean readiness,
			@DefaultValue("1m") Duration readinessTolerance) {

		private void validate(PropertyChecks checks) {
			checks.range("health.maxShards", this.maxShards, 0, Integer.MAX_VALUE, "must not be negative");
			checks.notNegative("health.readinessTolerance", this.readinessTolerance);
		}

	}

	/**
	 * Embedded gateway, to run without a token and without Discord.
	 *
	 * @param enabled Whether to start it and to connect to it.
	 * @param port Port on the loopback interface; 0 for any that is free.
	 * @param ssl How it encrypts what it serves.
	 * @param allowedOrigins Origins of web pages that may connect to it, such as
	 * http://localhost:3000, beside its own.
	 * @param control Whether it takes orders over HTTP, below /control, without a token.
	 * @param token The only token that it accepts. Default: one that is valid nowhere
	 * else.
	 * @param shards Number of shards that it recommends.
	 * @param minimumShards Number of shards below which an IDENTIFY ends in close 4011.
	 * @param maxConcurrency Number of shards that may identify at the same time.
	 * @param identifyWindow Time that a bucket is taken by one IDENTIFY; 0 for no limit.
	 * @param sessionStartLimit Daily budget of IDENTIFYs.
	 * @param helloDelay Time from the handshake to HELLO.
	 * @param invalidSessionDelay Time after which an IDENTIFY that comes too early is
	 * refused.
	 * @param heartbeatInterval Interval that it asks for.
	 * @param heartbeatTimeout Time without a heartbeat after which it closes with 4009.
	 * Default: twice the interval, and at least 2 seconds more than it.
	 * @param sessionLifetime Time for which a session without a connection can be
	 * resumed.
	 * @param replayLimit Number of the latest events that a session keeps for a replay.
	 * @param sendLimit Limit of what a connection may send, beyond which it is closed
	 * with 4008.
	 * @param allowedPrivilegedIntents Privileged intents that are switched on for the
	 * bot; another one ends in close 4014. Default: all.
	 * @param restLimit Limit of requests for each route and channel.
	 * @param globalRestLimit Number of requests that the whole bot may send in a second;
	 * 0 for no limit.
	 * @param interactionTimeouts Times that the bot has to answer an interaction.
	 * @param guildsPerShard Number of guilds of each shard.
	 * @param membersPerGuild Number of members of each guild, beside the bot.
	 * @param eventsPerSecond Events a second that it makes up; 0 for none.
	 * @param seed Number from which its world and its life follow.
	 * @param resumeUrl URL that READY names for resumes. Default: its own.
	 * @param timeout How long it waits for what a test expects.
	 */
	public record Simulator(@DefaultValue("false") boolean enabled, @DefaultValue("0") int port,
			@DefaultValue SimulatorSsl ssl, @DefaultValue List<String> allowedOrigins,
			@DefaultValue("false") boolean control, @Nullable String token, @DefaultValue("1") int shards,
			@DefaultValue("1") int minimumShards, @DefaultValue("16") int maxConcurrency,
			@DefaultValue("5s") Duration identifyWindow, @DefaultValue SessionStartLimit sessionStartLimit,
			@DefaultValue("10ms") Duration helloDelay, @DefaultValue InvalidSessionDelay invalidSessionDelay,
			@DefaultValue("41250ms") Duration heartbeatInterval, @Nullable Duration heartbeatTimeout,
			@DefaultValue("90s") Duration sessionLifetime, @DefaultValue("10000") int replayLimit,
			@DefaultValue SendLimit sendLimit, @Nullable Set<Intent> allowedPrivilegedIntents,
			@DefaultValue RestLimit restLimit, @DefaultValue("50") int globalRestLimit,
			@DefaultValue InteractionTimeouts interactionTimeouts, @DefaultValue("3") int guildsPerShard,
			@DefaultValue("25") int membersPerGuild, @DefaultValue("0") double eventsPerSecond,
			@DefaultValue("42") long seed, @Nullable String resumeUrl, @DefaultValue("10s") Duration timeout) {

		private void validate(PropertyChecks checks) {
			checks.range("simulator.port", this.port, 0, 65535, "must be from 0 to 65535");
			checks.range("simulator.shards", this.shards, 1, 10_000, "must be from 1 to 10000");
			checks.range("simulator.minimumShards", this.minimumShards, 1, 10_000, "must be from 1 to 10000");
			checks.range("simulator.maxConcurrency", this.maxConcurrency, 1, 10_000, "must be from 1 to 10000");
			checks.range("simulator.guildsPerShard", this.guildsPerShard, 0, 2500, "must be from 0 to 2500");
			notNegative(checks, "simulator.membersPerGuild", this.membersPerGuild);
			notNegative(checks, "simulator.replayLimit", this.replayLimit);
			notNegative(checks, "simulator.globalRestLimit", this.globalRestLimit);
			notNegative(checks, "simulator.restLimit.count", this.restLimit.count);
			notNegative(checks, "simulator.sessionStartLimit.total", this.sessionStartLimit.total);
			notNegative(checks, "simulator.sessionStartLimit.remaining", this.sessionStartLimit.remaining);
			checks.range("simulator.sendLimit.count", this.sendLimit.count, 1, Integer.MAX_VALUE, "must be at least 1");
			if (this.ssl.selfSigned && this.ssl.bundle != null && !this.ssl.bundle.isBlank()) {
				checks.reject("simulator.ssl.selfSigned", "and simulator.ssl.bundle exclude each other");
			}
			if (!(this.eventsPerSecond >= 0)) {
				checks.reject("simulator.eventsPerSecond", "must not be negative");
			}
			checks.notNegative("simulator.identifyWindow", this.identifyWindow);
			checks.notNegative("simulator.helloDelay", this.helloDelay);
			checks.notNegative("simulator.sessionLifetime", this.sessionLifetime);
			checks.notNegative("simulator.invalidSessionDelay.shortest", this.invalidSessionDelay.shortest);
			if (this.invalidSessionDelay.longest.compareTo(this.invalidSessionDelay.shortest) < 0) {
				checks.reject("simulator.invalidSessionDelay.longest", "must not be less than shortest");
			}
			checks.positive("simulator.sessionStartLimit.resetAfter", this.sessionStartLimit.resetAfter);
			checks.positive("simulator.heartbeatInterval", this.heartbeatInterval);
			if (this.heartbeatTimeout != null) {
				checks.positive("simulator.heartbeatTimeout", this.heartbeatTimeout);
			}
			checks.positive("simulator.sendLimit.window", this.sendLimit.window);
			checks.positive("simulator.restLimit.window", this.restLimit.window);
			checks.positive("simulator.interactionTimeouts.first", this.interactionTimeouts.first);
			checks.positive("simulator.interactionTimeouts.all", this.interactionTimeouts.all);
			checks.positive("simulator.timeout", this.timeout);
		}

		private static void notNegative(PropertyChecks checks, String field, int value) {
			checks.range(field, value, 0, Integer.MAX_VALUE, "must not be negative");
		}

		/** A simulator that is to be as these properties say. */
		GatewaySimulatorBuilder toBuilder() {
			GatewaySimulatorBuilder builder = GatewaySimulator.builder()
				.port(this.port)
				.allowedOrigins(this.allowedOrigins)
				.control(this.control)
				.shards(this.shards)
				.minimumShards(this.minimumShards)
				.maxConcurrency(this.maxConcurrency)
				.identifyWindow(this.identifyWindow)
				.sessionStartLimit(this.sessionStartLimit.total, this.sessionStartLimit.remaining,
						this.sessionStartLimit.resetAfter)
				.helloDelay(this.helloDelay)
				.invalidSessionDelay(this.invalidSessionDelay.shortest, this.invalidSessionDelay.longest)
				.heartbeatInterval(this.heartbeatInterval)
				.sessionLifetime(this.sessionLifetime)
				.replayLimit(this.replayLimit)
				.sendLimit(this.sendLimit.count, this.sendLimit.window)
				.restLimit(this.restLimit.count, this.restLimit.window)
				.globalRestLimit(this.globalRestLimit)
				.interactionTimeouts(this.interactionTimeouts.first, this.interactionTimeouts.all)
				.guildsPerShard(this.guildsPerShard)
				.membersPerGuild(this.membersPerGuild)
				.ambientEventsPerSecond(this.eventsPerSecond)
				.seed(this.seed)
				.timeout(this.timeout);
			PropertyMapper map = PropertyMapper.get();
			map.from(this.token).whenHasText().to(builder::token);
			map.from(this.heartbeatTimeout).to(builder::heartbeatTimeout);
			map.from(this.allowedPrivilegedIntents).to(builder::allowedPrivilegedIntents);
			map.from(this.resumeUrl).whenHasText().to((url) -> builder.resumeUrl((own) -> url));
			return builder;
		}

		/**
		 * How the embedded gateway encrypts what it serves.
		 *
		 * @param bundle Name of the SSL bundle with its key and certificate, with which
		 * it serves TLS. The bot has to trust it: discord.gateway.ssl.bundle.
		 * @param selfSigned Whether it serves TLS with a certificate that it makes at the
		 * start, and that the bot of this application trusts.
		 */
		public record SimulatorSsl(@Nullable String bundle, @DefaultValue("false") boolean selfSigned) {
		}

		/**
		 * Daily budget of IDENTIFYs.
		 *
		 * @param total Number of IDENTIFYs of a fresh budget.
		 * @param remaining Number of IDENTIFYs that are left at the start.
		 * @param resetAfter Time after which the budget is fresh again.
		 */
		public record SessionStartLimit(@DefaultValue("1000") int total, @DefaultValue("1000") int remaining,
				@DefaultValue("24h") Duration resetAfter) {
		}

		/**
		 * Time after which an IDENTIFY that comes too early is refused, at random between
		 * the two.
		 *
		 * @param shortest Shortest time; 0 for at once.
		 * @param longest Longest time.
		 */
		public record InvalidSessionDelay(@DefaultValue("1s") Duration shortest, @DefaultValue("5s") Duration longest) {
		}

		/**
		 * Limit of what a connection may send.
		 *
		 * @param count Number of frames.
		 * @param window Time in which as many may be sent.
		 */
		public record SendLimit(@DefaultValue("120") int count, @DefaultValue("60s") Duration window) {
		}

		/**
		 * Limit of requests for each route and channel.
		 *
		 * @param count Number of requests; 0 for no limit.
		 * @param window Time in which as many may be sent.
		 */
		public record RestLimit(@DefaultValue("10") int count, @DefaultValue("1s") Duration window) {
		}

		/**
		 * Times that the bot has to answer an interaction.
		 *
		 * @param first Time for the first answer.
		 * @param all Time for all answers.
		 */
		public record InteractionTimeouts(@DefaultValue("3s") Duration first, @DefaultValue("15m") Duration all) {
		}

	}

}
