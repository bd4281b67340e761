package io.github.discordgateway.demo.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows at one moment, as it goes over the wire. Nothing in it is secret.
 *
 * @param time the moment
 * @param shards the shards that run here, by number
 * @param events how many events came since the start, by name
 * @param lanes how many lanes hold events: in each, as a rule a guild's, one is handled
 * after the other
 * @param maxPending how many events of a shard may wait for their listeners
 * @param identify the identify budget; left out when it is not known
 * @param requests what was sent to Discord's API
 * @param cluster the processes that share the shards; left out when this one is alone
 * @param trouble what has been caused; left out on Discord, where there is nothing to
 * cause
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsoleSnapshot(Instant time, List<Shard> shards, Map<String, Long> events, int lanes, int maxPending,
		@Nullable Identify identify, Requests requests, @Nullable Cluster cluster, @Nullable Trouble trouble) {

	/**
	 * One shard.
	 *
	 * @param id its number
	 * @param state where it stands, for example {@code backing off}
	 * @param readingPaused whether it does not read because its listeners are behind
	 * @param latencies the latest round trips of heartbeats, the last one last, in
	 * milliseconds
	 * @param lastEvent the name of the last event that was handled
	 * @param lastEventMillis the time since the last event was received
	 * @param pending how many events wait for their listeners
	 * @param received the sequence of the last event that was received; -1 before the
	 * first
	 * @param acknowledged up to which sequence all events are handled
	 * @param sessionSeconds the age of its session
	 * @param reconnects how often it connected again
	 * @param lastClose why its last connection ended
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Shard(int id, String state, boolean readingPaused, List<Double> latencies, @Nullable String lastEvent,
			@Nullable Long lastEventMillis, int pending, long received, @Nullable Long acknowledged,
			@Nullable Long sessionSeconds, long reconnects, @Nullable String lastClose) {
	}

	/**
	 * What is left of the day's identifies.
	 *
	 * @param remaining how many are left
	 * @param total how many a day has
	 * @param resetSeconds when all are there again
	 * @param waiting how many shards wait for a permit
	 */
	record Identify(int remaining, int total, long resetSeconds, int waiting) {
	}

	/**
	 * The processes that share the shards.
	 *
	 * @param problem why it is not known who runs what; left out when it is known
	 * @param nodes all of them
	 * @param unowned the shards that nobody runs
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Cluster(@Nullable String problem, List<Node> nodes, List<Integer> unowned) {
	}

	/**
	 * One of the processes.
	 *
	 * @param id its name
	 * @param host where it runs
	 * @param version the version of the library that it runs
	 * @param upSeconds since when it is there
	 * @param leaving whether it is about to stop
	 * @param self whether it is this one
	 * @param shards the shards that it runs
	 * @param port where its console is, if that is on this machine
	 * @param killable whether it can be killed from here
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Node(String id, String host, String version, long upSeconds, boolean leaving, boolean self,
			List<Integer> shards, @Nullable Integer port, boolean killable) {
	}

	/**
	 * Trouble that lasts.
	 *
	 * @param slowListener whether the slow listener is slow
	 * @param burstSize how many events a burst has
	 * @param bursts how many events of a burst are still to be sent, by shard
	 */
	record Trouble(boolean slowListener, int burstSize, Map<Integer, Integer> bursts) {
	}

	/**
	 * Requests to Discord's API since the start.
	 *
	 * @param total how many were answered or lost
	 * @param perSecond how many the bot may send in a second
	 * @param waiting how many wait for limits
	 * @param invalidLeft how many may still go wrong before Discord bans the address
	 * @param repeated how many were sent again
	 * @param user how often 429 told of the bot's limit for a route
	 * @param global how often 429 told of the bot's limit for all requests
	 * @param shared how often 429 told of a limit that several bots share
	 * @param routes those that are used most
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Requests(long total, int perSecond, @Nullable Integer waiting, @Nullable Integer invalidLeft, long repeated,
			long user, long global, long shared, List<Route> routes) {
	}

	/**
	 * Requests of one route.
	 *
	 * @param name method and path, without ids
	 * @param requests how many there were
	 * @param lastStatus what the last one was answered with; left out when it was lost
	 * @param lastWaitMillis for how long the last one waited for limits
	 * @param longestWaitMillis the longest wait
	 * @param limited how many were answered with 429
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Route(String name, long requests, @Nullable Integer lastStatus, long lastWaitMillis, long longestWaitMillis,
			long limited) {
	}

}
