package io.github.discordgateway.internal.interaction;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.interaction.InteractionObserver;
import io.github.discordgateway.model.interaction.Interaction;
import io.github.discordgateway.rest.InteractionOperations;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

/**
 * The interactions that methods are busy with.
 */
public final class InteractionExchanges {

	private static final Log logger = LogFactory.getLog(InteractionExchanges.class);

	private final Supplier<InteractionOperations> operations;

	private final Supplier<List<InteractionObserver>> observers;

	private final Duration deferAfter;

	private final Scheduler scheduler;

	private final InteractionClock clock;

	private final Map<Snowflake, InteractionExchange> open = new ConcurrentHashMap<>();

	/**
	 * Makes none yet.
	 * @param operations sends answers
	 * @param observers told what becomes of interactions
	 * @param deferAfter when an answer is deferred that is not there
	 * @param scheduler measures that
	 */
	public InteractionExchanges(Supplier<InteractionOperations> operations,
			Supplier<List<InteractionObserver>> observers, Duration deferAfter, Scheduler scheduler) {
		this.operations = operations;
		this.observers = observers;
		this.deferAfter = deferAfter;
		this.scheduler = scheduler;
		this.clock = new InteractionClock(scheduler);
	}

	/**
	 * Whether an interaction is too late for an answer.
	 * @param interaction the interaction
	 * @param replayed whether it was missed and sent again
	 * @return whether it is
	 */
	boolean isLate(Interaction interaction, boolean replayed) {
		return this.clock.isLate(interaction) || replayed;
	}

	/**
	 * Begins one.
	 * @param interaction the interaction
	 * @param method who is going to answer
	 * @param late whether it is too late for an answer
	 * @return the exchange
	 */
	InteractionExchange begin(Interaction interaction, InteractionMethod method, boolean late) {
		InteractionExchange exchange = of(interaction, method.ephemeral(), late);
		this.open.put(interaction.id(), exchange);
		exchange.deferAfter(this.deferAfter, this.scheduler);
		return exchange;
	}

	/**
	 * Makes one that nobody is busy with.
	 * @param interaction the interaction
	 * @param ephemeral whether its answers are for the user alone
	 * @param late whether it is too late for an answer
	 * @return the exchange
	 */
	InteractionExchange of(Interaction interaction, boolean ephemeral, boolean late) {
		return new InteractionExchange(interaction, ephemeral, late, this.operations.get(),
				(answered, took, deferred) -> tell((observer) -> observer.answered(answered, took, deferred)),
				this.scheduler);
	}

	/** Forgets one. */
	void end(InteractionExchange exchange) {
		this.open.remove(exchange.interaction().id(), exchange);
	}

	/**
	 * The one that a method is busy with.
	 * @param interaction the interaction
	 * @return its exchange; {@code null} when there is none
	 */
	@Nullable InteractionExchange responder(Interaction interaction) {
		return this.open.get(interaction.id());
	}

	/** How many there are. */
	int size() {
		return this.open.size();
	}

	/**
	 * Tells all observers.
	 * @param what what to tell
	 */
	void tell(Consumer<InteractionObserver> what) {
		for (InteractionObserver observer : this.observers.get()) {
			try {
				what.accept(observer);
			}
			catch (RuntimeException ex) {
				logger.warn("An observer of interactions failed", ex);
			}
		}
	}

}
