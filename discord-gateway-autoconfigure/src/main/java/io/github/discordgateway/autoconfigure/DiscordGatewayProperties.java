package io.github.discordgateway.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.github.discordgateway.cluster.ShardLayout;
import io.github.discordgateway.command.Activity;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.compression.Compression;
import io.github.discordgateway.dispatch.DispatchOrdering;
import io.github.discordgateway.protocol.Intent;
import io.github.discordgateway.shard.ShardSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/**
 * Configuration of the gateway. It checks itself, so that a wrong value is reported with
 * its property whether or not a Bean Validation provider is there.
 *
 * @param enabled Whether the bot connects to Discord.
 * @param token Token of the bot, from the developer portal.
 * @param intents What the bot subscribes to; left out, it is derived from the listeners.
 * @param apiUrl Base URL of the REST API that is asked where to connect.
 * @param url URL of the gateway; left out, Discord is asked.
 * @param compression How the server compresses what it sends.
 * @param maxPayloadSize Largest message to accept, inflated.
 * @param largeThreshold Number of members, from 50 to 250, above which a guild comes
 * without those who are offline.
 * @param startupTimeout Time for which the start of the application waits for the first
 * shard, so that a refused token or intent fails it; 0 to not wait.
 * @param sharding Which shards run.
 * @param presence How the bot is shown.
 * @param timeouts Time limits of a connection.
 * @param reconnect Pauses between connections.
 * @param resume When a session is given up.
 * @param dispatch How events reach the listeners.
 * @param simulator Embedded gateway to run without Discord.
 */
@ConfigurationProperties("discord.gateway")
public record DiscordGatewayProperties(@DefaultValue("true") boolean enabled, @Nullable String token,
		@Nullable Set<Intent> intents, @DefaultValue("https://discord.com/api/v10") URI apiUrl, @Nullable URI url,
		@DefaultValue("zlib-stream") Compression compression, @DefaultValue("64MB") DataSize maxPayloadSize,
		@DefaultValue("50") int largeThreshold, @DefaultValue("10s") Duration startupTimeout,
		@DefaultValue Sharding sharding, @DefaultValue Presence presence, @DefaultValue Timeouts timeouts,
		@DefaultValue Reconnect reconnect, @DefaultValue Resume resume, @DefaultValue Dispatch dispatch,
		@DefaultValue Simulator simulator) implements Validator {

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
		checks.notNegative("startupTimeout", properties.startupTimeout);
		properties.sharding.validate(checks);
		properties.presence.validate(checks);
		properties.timeouts.validate(checks);
		properties.reconnect.validate(checks);
		properties.resume.validate(checks);
		properties.dispatch.validate(checks);
		properties.simulator.validate(checks);
	}

	ShardSettings shardSettings() {
		return new ShardSettings(this.timeouts.connect, this.timeouts.hello, this.timeouts.ready, this.timeouts.resumed,
				this.timeouts.close, this.reconnect.initialBackOff, this.reconnect.maxBackOff,
				this.reconnect.invalidSessionBackOff, this.resume.maxAttempts, this.resume.maxDuration,
				ShardSettings.DEFAULT.maxQueuedCommands());
	}

	/** Without the token. */
	@Override
	public String toString() {
		return "DiscordGatewayProperties[enabled=" + this.enabled + ", token="
				+ ((this.token != null) ? "******" : null) + ", intents=" + this.intents + ", apiUrl=" + this.apiUrl
				+ ", url=" + this.url + "]";
	}

	/**
	 * Which shards run here.
	 *
	 * @param total Number of shards that the bot's guilds are divided by; left out,
	 * Discord recommends it.
	 * @param ids Shards of the total that run in this process; left out, all of them.
	 */
	public record Sharding(@Nullable Integer total, @Nullable List<Integer> ids) {

		private void validate(PropertyChecks checks) {
			if (this.total != null) {
				checks.range("sharding.total", this.total, 1, Integer.MAX_VALUE, "must be at least 1");
			}
			if (this.ids == null) {
				return;
			}
			if (this.total == null) {
				checks.reject("sharding.ids",
						"needs discord.gateway.sharding.total: ids alone do not tell of how many");
			}
			else if (this.ids.isEmpty() || this.ids.stream().anyMatch((id) -> id < 0 || id >= this.total)) {
				checks.reject("sharding.ids",
						"must be one or more ids from 0 to " + (this.total - 1) + " (sharding.total - 1)");
			}
		}

		@Nullable ShardLayout layout() {
			if (this.total == null) {
				return null;
			}
			return (this.ids != null) ? new ShardLayout(this.total, this.ids) : ShardLayout.all(this.total);
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
	 * Time limits of a connection.
	 *
	 * @param connect Limit for TCP, TLS and the WebSocket handshake, and for the REST
	 * request.
	 * @param hello Limit for HELLO after the handshake.
	 * @param ready Limit for READY after IDENTIFY.
	 * @param resumed Limit for RESUMED after RESUME, counted anew with each replayed
	 * event.
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
	 * When a session is given up for a new one.
	 *
	 * @param maxAttempts Number of RESUMEs that may fail in a row.
	 * @param maxDuration Time for which a session that cannot be resumed is tried again.
	 */
	public record Resume(@DefaultValue("5") int maxAttempts, @DefaultValue("5m") Duration maxDuration) {

		private void validate(PropertyChecks checks) {
			checks.range("resume.maxAttempts", this.maxAttempts, 1, Integer.MAX_VALUE, "must be at least 1");
			checks.positive("resume.maxDuration", this.maxDuration);
		}

	}

	/**
	 * How events reach the listeners.
	 *
	 * @param ordering Which events reach a listener in the order in which they were sent.
	 * @param concurrency Number of threads that listeners share, unless they run on
	 * virtual threads.
	 * @param maxPending Number of events of one shard that may wait for their listeners
	 * before the shard stops reading.
	 */
	public record Dispatch(@DefaultValue("guild") DispatchOrdering ordering, @DefaultValue("16") int concurrency,
			@DefaultValue("10000") int maxPending) {

		private void validate(PropertyChecks checks) {
			checks.range("dispatch.concurrency", this.concurrency, 1, Integer.MAX_VALUE, "must be at least 1");
			checks.range("dispatch.maxPending", this.maxPending, 1, Integer.MAX_VALUE, "must be at least 1");
		}

	}

	/**
	 * Embedded gateway, to run without a token and without Discord.
	 *
	 * @param enabled Whether to start it and to connect to it.
	 * @param port Port on the loopback interface; 0 for any that is free.
	 * @param shards Number of shards that it recommends.
	 * @param maxConcurrency Number of shards that may identify at the same time.
	 * @param guildsPerShard Number of guilds of each shard.
	 * @param eventsPerSecond Events a second that it makes up; 0 for none.
	 * @param heartbeatInterval Interval that it asks for.
	 */
	public record Simulator(@DefaultValue("false") boolean enabled, @DefaultValue("0") int port,
			@DefaultValue("1") int shards, @DefaultValue("16") int maxConcurrency,
			@DefaultValue("3") int guildsPerShard, @DefaultValue("0") double eventsPerSecond,
			@DefaultValue("41250ms") Duration heartbeatInterval) {

		private void validate(PropertyChecks checks) {
			checks.range("simulator.port", this.port, 0, 65535, "must be from 0 to 65535");
			checks.range("simulator.shards", this.shards, 1, 10_000, "must be from 1 to 10000");
			checks.range("simulator.maxConcurrency", this.maxConcurrency, 1, 10_000, "must be from 1 to 10000");
			checks.range("simulator.guildsPerShard", this.guildsPerShard, 0, 2500, "must be from 0 to 2500");
			if (!(this.eventsPerSecond >= 0)) {
				checks.reject("simulator.eventsPerSecond", "must not be negative");
			}
			checks.positive("simulator.heartbeatInterval", this.heartbeatInterval);
		}

	}

}
