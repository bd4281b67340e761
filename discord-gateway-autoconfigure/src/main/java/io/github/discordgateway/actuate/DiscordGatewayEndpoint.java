package io.github.discordgateway.actuate;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.Intent;
import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.listener.DispatchStatistics;
import io.github.discordgateway.listener.GatewayListenerRegistry;
import io.github.discordgateway.listener.ManagedListener;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * The endpoint {@code discordgateway}: shows what the gateway does, and lets an operator
 * interfere. What cannot be done is an {@link IllegalArgumentException} whose message
 * says why, and what there is instead.
 */
@Endpoint(id = "discordgateway")
public final class DiscordGatewayEndpoint {

	private static final String SHARDS = "shards";

	private static final String LISTENERS = "listeners";

	/** Longer than a shard takes to let its listeners finish. */
	private static final Duration SHARD_LIMIT = Duration.ofSeconds(30);

	/**
	 * What is wrong with a new number of shards is known at once; the rest takes long.
	 */
	private static final Duration RESHARD_LIMIT = Duration.ofSeconds(1);

	private final Gateway gateway;

	private final GatewayListenerRegistry registry;

	private final GatewayDescriber describer;

	private final Map<String, ShardAction> shardActions = new LinkedHashMap<>();

	private final Map<String, ListenerAction> listenerActions = new LinkedHashMap<>();

	/**
	 * Makes the endpoint.
	 * @param gateway knows the shards
	 * @param identifyQueue knows what is left of the day's identifies
	 * @param dispatch knows what becomes of events
	 * @param registry knows the listeners
	 * @param intents what the bot subscribes to
	 */
	public DiscordGatewayEndpoint(Gateway gateway, IdentifyQueue identifyQueue, DispatchStatistics dispatch,
			GatewayListenerRegistry registry, Supplier<Set<Intent>> intents) {
		this.gateway = gateway;
		this.registry = registry;
		this.describer = new GatewayDescriber(gateway, identifyQueue, dispatch, intents);
		this.shardActions.put("restart", new ShardAction((shard) -> gateway.restartShard(shard.id().number()),
				"was stopped and started again", "is being stopped, to be started again"));
		this.shardActions.put("reconnect", new ShardAction(GatewayShard::reconnect,
				"left its connection and resumes its session on a new one", "is about to reconnect"));
		this.shardActions.put("stop", new ShardAction((shard) -> gateway.stopShard(shard.id().number()),
				"was stopped, and its session is kept", "is being stopped"));
		this.shardActions.put("start",
				new ShardAction((shard) -> gateway.startShard(shard.id().number()), "was started", "is being started"));
		this.listenerActions.put("pause",
				new ListenerAction(ManagedListener::pause, "is paused, and its events wait for it"));
		this.listenerActions.put("resume",
				new ListenerAction(ManagedListener::resume, "goes on with the events that waited for it"));
		this.listenerActions.put("stop",
				new ListenerAction(ManagedListener::stop, "is stopped, and gets no events until it is started"));
		this.listenerActions.put("start",
				new ListenerAction(ManagedListener::start, "is started, and gets the events that come from now on"));
	}

	/**
	 * Shows the gateway, its shards and its listeners.
	 * @return all of it, of each shard the most important
	 */
	@ReadOperation
	public GatewayDescription gateway() {
		return this.describer.gateway(this.describer.listeners(this.registry.listeners()));
	}

	/**
	 * Shows one shard or one listener.
	 * @param kind {@code shards} or {@code listeners}
	 * @param id the number of the shard, or the id of the listener
	 * @return all that is known of it
	 * @throws GatewayOperationException when there is no such shard or listener
	 */
	@ReadOperation
	public Object details(@Selector String kind, @Selector String id) {
		return switch (kind) {
			case SHARDS -> this.describer.shard(shard(id));
			case LISTENERS -> this.describer.listeners(List.of(listener(id))).get(0);
			default -> throw unknownKind(kind);
		};
	}

	/**
	 * Changes the number of shards.
	 * @param total the new number
	 * @return what is being done
	 * @throws GatewayOperationException when the number makes no sense, or cannot be
	 * changed now
	 */
	@WriteOperation
	public GatewayDescription.Done reshard(@Nullable String total) {
		int shards;
		try {
			shards = Integer.parseInt(String.valueOf(total));
		}
		catch (NumberFormatException ex) {
			shards = 0;
		}
		if (shards < 1) {
			throw GatewayOperationException
				.refused("'total' must be the new number of shards, for example {\"total\": 8}", List.of());
		}
		String result = perform(this.gateway.reshard(shards), RESHARD_LIMIT, shards + " shards have taken over",
				shards + " shards are on their way up, and take over when all are ready");
		return new GatewayDescription.Done("reshard", "gateway", result);
	}

	/**
	 * Does something with one shard or one listener.
	 * @param kind {@code shards} or {@code listeners}
	 * @param id the number of the shard, or the id of the listener
	 * @param action for a shard {@code restart}, {@code reconnect}, {@code stop} or
	 * {@code start}; for a listener {@code pause}, {@code resume}, {@code stop} or
	 * {@code start}
	 * @return what was done
	 * @throws GatewayOperationException when there is no such shard, listener or action,
	 * or it cannot be done now
	 */
	@WriteOperation
	public GatewayDescription.Done change(@Selector String kind, @Selector String id, @Nullable String action) {
		String result = switch (kind) {
			case SHARDS -> change(shard(id), found(this.shardActions, action));
			case LISTENERS -> change(listener(id), found(this.listenerActions, action));
			default -> throw unknownKind(kind);
		};
		return new GatewayDescription.Done(String.valueOf(action), kind + "/" + id, result);
	}

	private static String change(GatewayShard shard, ShardAction action) {
		String name = "Shard " + shard.id().number() + " ";
		return perform(action.work().apply(shard), SHARD_LIMIT, name + action.done(), name + action.underWay());
	}

	private static String change(ManagedListener listener, ListenerAction action) {
		try {
			action.work().accept(listener);
		}
		catch (IllegalStateException ex) {
			throw GatewayOperationException.refused(String.valueOf(ex.getMessage()), List.of());
		}
		return "Listener " + listener.id() + " " + action.done();
	}

	private static <A> A found(Map<String, A> actions, @Nullable String action) {
		A found = actions.get(String.valueOf(action));
		if (found == null) {
			throw wrongAction(actions.keySet());
		}
		return found;
	}

	private static GatewayOperationException wrongAction(Set<String> actions) {
		List<String> available = List.copyOf(actions);
		return GatewayOperationException.refused(
				"'action' must be one of " + available + ", for example {\"action\": \"" + available.get(0) + "\"}",
				available);
	}

	private GatewayShard shard(String id) {
		List<GatewayShard> shards = this.gateway.shards();
		return shards.stream()
			.filter((shard) -> String.valueOf(shard.id().number()).equals(id))
			.findFirst()
			.orElseThrow(() -> GatewayOperationException.unknown("shard " + id + " here",
					shards.stream().map((shard) -> String.valueOf(shard.id().number())).toList()));
	}

	private ManagedListener listener(String id) {
		List<ManagedListener> listeners = this.registry.listeners();
		return listeners.stream()
			.filter((listener) -> listener.id().equals(id))
			.findFirst()
			.orElseThrow(() -> GatewayOperationException.unknown("listener '" + id + "'",
					listeners.stream().map(ManagedListener::id).toList()));
	}

	private static GatewayOperationException unknownKind(String kind) {
		return GatewayOperationException.unknown("'" + kind + "' in the gateway", List.of(SHARDS, LISTENERS));
	}

	/** Goes on when the limit is over: what takes long must not be done by halves. */
	private static String perform(Mono<Void> work, Duration limit, String done, String underWay) {
		CompletableFuture<Void> running = work.toFuture();
		try {
			running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
			return done;
		}
		catch (TimeoutException ex) {
			return underWay;
		}
		catch (ExecutionException ex) {
			Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
			throw GatewayOperationException.refused(String.valueOf(cause.getMessage()), List.of());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return underWay;
		}
	}

	/** Something that can be done with a listener, and how it is told. */
	private record ListenerAction(Consumer<ManagedListener> work, String done) {
	}

	/** Something that can be done with a shard, and how it is told. */
	private record ShardAction(Function<GatewayShard, Mono<Void>> work, String done, String underWay) {
	}

}
