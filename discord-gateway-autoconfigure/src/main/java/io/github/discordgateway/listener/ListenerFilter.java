package io.github.discordgateway.listener;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.EventEnvelope;
import org.jspecify.annotations.Nullable;

/**
 * Which of its events a listener wants.
 *
 * @param shards the numbers of shards; empty for all
 * @param guilds the guilds; empty for all events
 * @param filters what decides besides
 * @param arguments the arguments that an event may lack
 * @param condition the condition; {@code null} when there is none
 */
record ListenerFilter(BitSet shards, Set<Snowflake> guilds, List<Predicate<EventEnvelope>> filters,
		Collection<ListenerArgument> arguments, @Nullable ListenerCondition condition) {

	/** Wants all. */
	static final ListenerFilter NONE = new ListenerFilter(new BitSet(), Set.of(), List.of(), List.of(), null);

	/** More shards than any bot has. */
	private static final int MAX_SHARDS = 1 << 20;

	private static final Pattern RANGE = Pattern.compile("(\\d{1,7})(?:-(\\d{1,7}))?");

	/**
	 * Whether the listener wants events of a shard.
	 * @param shard the shard
	 * @return whether it is one of the shards
	 */
	boolean isForShard(ShardId shard) {
		return this.shards.isEmpty() || this.shards.get(shard.number());
	}

	/**
	 * Whether the listener wants an event. The condition, which takes longest, comes
	 * last.
	 * @param envelope the event
	 * @return whether all is met
	 * @throws Exception when the condition cannot be evaluated
	 */
	boolean accepts(EventEnvelope envelope) throws Exception {
		Snowflake guild = envelope.guildId();
		if (!isForShard(envelope.shard())
				|| (!this.guilds.isEmpty() && (guild == null || !this.guilds.contains(guild)))) {
			return false;
		}
		for (Predicate<EventEnvelope> filter : this.filters) {
			if (!filter.test(envelope)) {
				return false;
			}
		}
		for (ListenerArgument argument : this.arguments) {
			if (argument.resolve(envelope) == ListenerArgument.ABSENT) {
				return false;
			}
		}
		return this.condition == null || this.condition.matches(envelope);
	}

	/**
	 * Reads numbers and ranges of shards.
	 * @param listener the listener, for messages
	 * @param texts for example {@code 3} and {@code 0-15}
	 * @return the numbers
	 * @throws InvalidGatewayListenerException when one cannot be read
	 */
	static BitSet shards(String listener, List<String> texts) {
		BitSet shards = new BitSet();
		for (String text : texts) {
			Matcher matcher = RANGE.matcher(text);
			int from = matcher.matches() ? Integer.parseInt(matcher.group(1)) : MAX_SHARDS;
			int to = (from < MAX_SHARDS && matcher.group(2) != null) ? Integer.parseInt(matcher.group(2)) : from;
			if (from > to || to >= MAX_SHARDS) {
				throw new InvalidGatewayListenerException(listener,
						"wants the shards '" + text + "', which are neither a number nor a range",
						"Write for example shards = { \"0-15\", \"20\" }.");
			}
			shards.set(from, to + 1);
		}
		return shards;
	}

	/**
	 * Reads ids of guilds.
	 * @param listener the listener, for messages
	 * @param texts decimal digits
	 * @return the ids
	 * @throws InvalidGatewayListenerException when one cannot be read
	 */
	static Set<Snowflake> guilds(String listener, List<String> texts) {
		Set<Snowflake> guilds = new HashSet<>();
		for (String text : texts) {
			try {
				guilds.add(Snowflake.of(text));
			}
			catch (NumberFormatException ex) {
				throw new InvalidGatewayListenerException(listener,
						"wants the guild '" + text + "', which is not the id of a guild",
						"Write the number that Discord shows as 'Copy Server ID'.", ex);
			}
		}
		return guilds;
	}

}
