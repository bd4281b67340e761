package io.github.discordgateway.actuate.metrics;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.github.discordgateway.WorkerStatistics;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Meters of the events that come from a broker. The lag has a gauge for each partition
 * that is read here at the time.
 */
public final class WorkerMetrics implements MeterBinder {

	private final WorkerStatistics worker;

	private final Map<MeterRegistry, Map<Integer, Meter>> lags = new HashMap<>();

	/**
	 * Measures a worker.
	 * @param worker the worker
	 */
	public WorkerMetrics(WorkerStatistics worker) {
		this.worker = worker;
	}

	@Override
	public synchronized void bindTo(MeterRegistry registry) {
		GatewayMeters.WORKER_RECEIVED.counter(registry, Tags.empty(), this.worker, WorkerStatistics::received);
		GatewayMeters.WORKER_DUPLICATES.counter(registry, Tags.empty(), this.worker, WorkerStatistics::duplicates);
		GatewayMeters.WORKER_FOREIGN.counter(registry, Tags.empty(), this.worker, WorkerStatistics::foreign);
		GatewayMeters.WORKER_DEAD_LETTERS.counter(registry, Tags.empty(), this.worker, WorkerStatistics::deadLetters);
		GatewayMeters.WORKER_PASSED_OVER.counter(registry, Tags.empty(), this.worker, WorkerStatistics::passedOver);
		GatewayMeters.WORKER_WAITING.gauge(registry, Tags.empty(), this.worker, WorkerStatistics::waiting);
		this.lags.put(registry, new HashMap<>());
		this.worker.observePartitions(this::partitions);
	}

	private synchronized void partitions(Set<Integer> read) {
		this.lags.forEach((registry, gauges) -> {
			gauges.entrySet().removeIf((gauge) -> {
				boolean gone = !read.contains(gauge.getKey());
				if (gone) {
					registry.remove(gauge.getValue());
				}
				return gone;
			});
			read.forEach((partition) -> gauges.computeIfAbsent(partition, (added) -> lag(registry, added)));
		});
	}

	private Meter lag(MeterRegistry registry, int partition) {
		return GatewayMeters.WORKER_LAG.gauge(registry, Tags.of(GatewayMeterTag.PARTITION.of(partition)), this.worker,
				(worker) -> worker.lag().getOrDefault(partition, 0L));
	}

}
