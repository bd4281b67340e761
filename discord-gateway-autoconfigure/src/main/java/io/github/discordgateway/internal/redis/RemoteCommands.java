package io.github.discordgateway.internal.redis;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.github.discordgateway.CommandRejectedException;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.internal.cluster.ShardNotHereException;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passes commands on to the node that runs their shard, over a channel of each node, at
 * most once: one whose answer does not come is not passed on again, since it may have
 * been sent. Only when no node runs the shard, or the one that was asked does not any
 * more, as during a hand-over, it is tried again until the time is over. (A queue in
 * Redis would outlive the asker, whose command nobody wants any more.)
 */
final class RemoteCommands {

	private static final Log logger = LogFactory.getLog(RemoteCommands.class);

	private static final JsonMapper MAPPER = GatewayJsonMapper.builder().build();

	private final RedisAccess redis;

	private final String node;

	private final Duration limit;

	private final Function<ShardId, Mono<String>> owners;

	private final BiFunction<ShardId, String, Mono<Void>> sender;

	/** The calls of this node that are not answered. */
	private final Map<String, Sinks.Empty<Void>> calls = new ConcurrentHashMap<>();

	private final Sinks.Empty<Void> listening = Sinks.empty();

	/**
	 * Makes a route.
	 * @param redis where the channels are
	 * @param node which node this is
	 * @param limit how long a command may take
	 * @param owners knows the node that runs a shard; empty when nobody does
	 * @param sender sends what other nodes pass on
	 */
	RemoteCommands(RedisAccess redis, String node, Duration limit, Function<ShardId, Mono<String>> owners,
			BiFunction<ShardId, String, Mono<Void>> sender) {
		this.redis = redis;
		this.node = node;
		this.limit = limit;
		this.owners = owners;
		this.sender = sender;
	}

	private String channel(String ofNode) {
		return this.redis.keys().channel("command:" + ofNode);
	}

	/**
	 * Takes commands of others, and answers to this node's, until that is disposed of.
	 */
	Disposable listen() {
		return this.redis.listen(this.listening::tryEmitEmpty, channel(this.node)).subscribe(this::received);
	}

	/**
	 * Has a command sent by the node that runs a shard.
	 * @param shard which shard
	 * @param command the command as it is sent to Discord
	 * @return completes when it was written
	 */
	Mono<Void> send(ShardId shard, String command) {
		return OwnerSearch.attempts(this.limit, (left) -> attempt(shard, command, left).flux()).then();
	}

	private Mono<Void> attempt(ShardId shard, String command, Duration left) {
		return OwnerSearch.owner(shard, this.owners)
			.flatMap((owner) -> owner.equals(this.node) ? this.sender.apply(shard, command)
					: OwnerSearch.awaitListening(this.listening.asMono(), left)
						.onErrorMap((ex) -> notPassedOn(shard, owner, ex))
						.then(Mono.defer(() -> passOn(owner, shard, command, left))));
	}

	private static Exception notPassedOn(ShardId shard, String owner, Throwable problem) {
		return new CommandRejectedException("The command for shard " + shard + " is not passed on to node " + owner
				+ ". " + RedisAccess.describe(problem));
	}

	/** A call that was not answered may have been made nonetheless. */
	private static Exception unknown(ShardId shard, String owner, Throwable problem) {
		return (problem instanceof TimeoutException) ? new TimeoutException("The command for shard " + shard
				+ " may have reached node " + owner + ", or may not. " + RedisAccess.describe(problem))
				: notPassedOn(shard, owner, problem);
	}

	private Mono<Void> passOn(String owner, ShardId shard, String command, Duration left) {
		String call = UUID.randomUUID().toString();
		Sinks.Empty<Void> answer = Sinks.empty();
		this.calls.put(call, answer);
		Message message = new Message(call, this.node, shard, command, left.toMillis(), null, false);
		return publish(owner, message).onErrorMap((ex) -> unknown(shard, owner, ex))
			.flatMap((receivers) -> (receivers > 0) ? Mono.just(false) : this.redis.isAway(owner))
			.flatMap((away) -> away ? Mono.error(OwnerSearch.isGone(owner, shard)) : Mono.empty())
			.then(answer.asMono())
			.timeout(left,
					Mono.error(() -> new TimeoutException(
							"Node " + owner + ", which runs shard " + shard + ", did not answer within "
									+ left.toMillis() + " ms: the command may have been sent, or may not")))
			.doFinally((signal) -> this.calls.remove(call));
	}

	private Mono<Long> publish(String receiver, Message message) {
		return this.redis
			.call((template) -> template.convertAndSend(channel(receiver), MAPPER.writeValueAsString(message)));
	}

	private void received(String json) {
		try {
			Message message = MAPPER.readValue(json, Message.class);
			if (message.command() != null) {
				perform(message, message.command());
			}
			else {
				answered(message);
			}
		}
		catch (JacksonException | IllegalArgumentException ex) {
			logger.warn("A message of another node is passed over, since it cannot be understood: "
					+ ex.getClass().getSimpleName());
		}
	}

	private void perform(Message message, String command) {
		Mono.defer(() -> this.sender.apply(message.shard(), command))
			.timeout(Duration.ofMillis(Math.max(message.millisLeft(), 1)))
			.subscribe(null, (failure) -> answer(message, failure), () -> answer(message, null));
	}

	private void answer(Message message, @Nullable Throwable failure) {
		String problem = (failure != null) ? String.valueOf(failure.getMessage()) : null;
		publish(message.from(),
				new Message(message.call(), this.node, message.shard(), null, 0, problem,
						failure instanceof ShardNotHereException))
			.subscribe(null, (ex) -> logger.warn("Node " + message.from()
					+ " does not learn what became of its command. " + RedisAccess.describe(ex)));
	}

	private void answered(Message message) {
		Sinks.Empty<Void> asker = this.calls.remove(message.call());
		if (asker == null) {
			return;
		}
		String problem = message.problem();
		if (problem == null) {
			asker.tryEmitEmpty();
		}
		else {
			asker.tryEmitError(
					message.notHere() ? new ShardNotHereException(problem) : new CommandRejectedException(problem));
		}
	}

	/**
	 * A command, or the answer to one.
	 *
	 * @param call tells which answer belongs to which command
	 * @param from who has sent the message
	 * @param shard the shard that the command is for
	 * @param command the command as it is sent to Discord; {@code null} in an answer
	 * @param millisLeft for how long the asker waits
	 * @param problem why the command was not sent; {@code null} when it was
	 * @param notHere whether that is because the shard does not run there
	 */
	record Message(String call, String from, ShardId shard, @Nullable String command, long millisLeft,
			@Nullable String problem, boolean notHere) {
	}

}
