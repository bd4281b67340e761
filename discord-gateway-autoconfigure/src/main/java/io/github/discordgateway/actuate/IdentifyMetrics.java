package io.github.discordgateway.actuate;

import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

import io.github.discordgateway.identify.IdentifyBudget;
import io.github.discordgateway.identify.IdentifyQueue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Gauges of the permits to identify. A queue that does not know its budget has none.
 * <ul>
 * <li>{@code discord.gateway.identify.remaining}: identifies that are left of the day's,
 * the reserve among them</li>
 * <li>{@code discord.gateway.identify.waiting}: shards that wait for a permit</li>
 * <li>{@code discord.gateway.identify.reset}: seconds until all identifies are there
 * again</li>
 * </ul>
 */
public final class IdentifyMetrics implements MeterBinder {

	private static final String PREFIX = "discord.gateway.identify.";

	private final IdentifyQueue queue;

	/**
	 * Measures a queue.
	 * @param queue the queue
	 */
	public IdentifyMetrics(IdentifyQueue queue) {
		this.queue = queue;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		if (this.queue.budget() == null) {
			return;
		}
		Gauge.builder(PREFIX + "remaining", this.queue, figure(IdentifyBudget::remaining))
			.description("Identifies that are left of the day's, the reserve among them")
			.baseUnit("identifies")
			.register(registry);
		Gauge.builder(PREFIX + "waiting", this.queue, figure(IdentifyBudget::waiting))
			.description("Shards that wait for a permit to identify")
			.baseUnit("shards")
			.register(registry);
		TimeGauge
			.builder(PREFIX + "reset", this.queue, TimeUnit.MILLISECONDS,
					figure((budget) -> budget.resetIn().toMillis()))
			.description("Time until all of the day's identifies are there again")
			.register(registry);
	}

	private static ToDoubleFunction<IdentifyQueue> figure(ToDoubleFunction<IdentifyBudget> figure) {
		return (queue) -> {
			IdentifyBudget budget = queue.budget();
			return (budget != null) ? figure.applyAsDouble(budget) : Double.NaN;
		};
	}

}
