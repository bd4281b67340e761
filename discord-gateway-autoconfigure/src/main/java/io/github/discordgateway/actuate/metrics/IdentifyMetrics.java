package io.github.discordgateway.actuate.metrics;

import java.util.function.ToDoubleFunction;

import io.github.discordgateway.identify.IdentifyBudget;
import io.github.discordgateway.identify.IdentifyQueue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Gauges of the permits to identify. They are NaN as long as the queue does not know its
 * budget: before Discord has told it, or always.
 */
public final class IdentifyMetrics implements MeterBinder {

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
		GatewayMeters.IDENTIFY_REMAINING.gauge(registry, Tags.empty(), this.queue, reported(IdentifyBudget::remaining));
		GatewayMeters.IDENTIFY_WAITING.gauge(registry, Tags.empty(), this.queue, figure(IdentifyBudget::waiting));
		GatewayMeters.IDENTIFY_RESET.gauge(registry, Tags.empty(), this.queue,
				reported((budget) -> ShardFigures.seconds(budget.resetIn())));
	}

	private static ToDoubleFunction<IdentifyQueue> reported(ToDoubleFunction<IdentifyBudget> figure) {
		return figure((budget) -> budget.reported() ? figure.applyAsDouble(budget) : Double.NaN);
	}

	private static ToDoubleFunction<IdentifyQueue> figure(ToDoubleFunction<IdentifyBudget> figure) {
		return (queue) -> {
			IdentifyBudget budget = queue.budget();
			return (budget != null) ? figure.applyAsDouble(budget) : Double.NaN;
		};
	}

}
