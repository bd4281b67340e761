package io.github.discordgateway.listener;

import java.util.Set;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.EventEnvelope;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.OrderUtils;

/**
 * Someone who wants events. Each handler gets them in lanes of its own, so that it is
 * held up by itself only. Those that carry an {@link #order()} are called one after the
 * other with each event.
 */
public interface EventHandler {

	/**
	 * Returned by {@link #handleAsync} for an event that the handler has no use for. It
	 * does not count as a call of the handler.
	 */
	Mono<Void> NOT_WANTED = Mono.<Void>empty().hide();

	/**
	 * What the handler is called among all handlers.
	 * @return a unique name
	 */
	String id();

	/**
	 * What a log calls the handler, for example its class and method.
	 * @return a text that leads a reader to the code
	 */
	default String description() {
		return id();
	}

	/**
	 * The place of the handler among those of an event. An event reaches it when those of
	 * a lower order are through with it, and of the same order those that were registered
	 * before. A handler without an order waits for none, and none waits for it.
	 * @return as a rule that of Spring's {@link Ordered} or
	 * {@link org.springframework.core.annotation.Order @Order}, which never changes;
	 * {@code null} when it carries none
	 */
	default @Nullable Integer order() {
		return (this instanceof Ordered ordered) ? Integer.valueOf(ordered.getOrder())
				: OrderUtils.getOrder(getClass());
	}

	/**
	 * Which of its events reach the handler one after the other. Interactions always come
	 * at once.
	 * @return the order, which never changes; {@code null} for the common one
	 */
	default @Nullable DispatchOrdering ordering() {
		return null;
	}

	/**
	 * What the handler wants, which never changes.
	 * @return the events and their form
	 */
	EventInterest interest();

	/**
	 * The guilds whose events the handler wants, which never change. Others do not reach
	 * it, nor do those outside of guilds; the handler is not even asked.
	 * @return the ids; empty for all events
	 */
	default Set<Snowflake> guilds() {
		return Set.of();
	}

	/**
	 * Whether the handler wants events of a shard, which never changes. Others do not
	 * reach it; it is asked once for each shard.
	 * @param shard the shard
	 * @return {@code true} unless overridden
	 */
	default boolean isForShard(ShardId shard) {
		return true;
	}

	/**
	 * Handles one event. When it returns, the event counts as handled by this handler; it
	 * may block as long as it has to, and holds up only later events of the same lane.
	 * @param envelope the event
	 * @throws Exception whatever goes wrong; it reaches the {@link GatewayErrorHandler}
	 */
	void handle(EventEnvelope envelope) throws Exception;

	/**
	 * Begins to handle one event. A handler that only starts something, and is told when
	 * it is over, returns that: it then holds up later events of the same lane, but no
	 * thread.
	 * @param envelope the event
	 * @return subscribed once, on which the event counts as handled by this handler when
	 * it completes or fails; {@code null} when the event is handled already;
	 * {@link #NOT_WANTED} when it is none for this handler
	 * @throws Exception whatever goes wrong; it reaches the {@link GatewayErrorHandler},
	 * as does an error of what is returned
	 */
	default @Nullable Mono<Void> handleAsync(EventEnvelope envelope) throws Exception {
		handle(envelope);
		return null;
	}

	/**
	 * Whether the handler lets its events wait on purpose. It is then not reported as one
	 * that does not come to an end.
	 * @return whether it is paused at the moment
	 */
	default boolean isPaused() {
		return false;
	}

	/**
	 * Told when this handler fails, instead of the common error handler.
	 * @return the handler's own; {@code null} for the common one
	 */
	default @Nullable GatewayErrorHandler errorHandler() {
		return null;
	}

}
