package io.github.discordgateway.actuate.metrics;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.HandlerObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

/**
 * Measures the calls of listeners, by success and failure. It observes them as soon as it
 * is bound to a registry.
 */
public final class ListenerMetrics implements MeterBinder, HandlerObserver {

	private final Consumer<HandlerObserver> calls;

	private final List<Recorder> recorders = new CopyOnWriteArrayList<>();

	/**
	 * Measures the calls of listeners.
	 * @param calls takes the observer of the calls
	 */
	public ListenerMetrics(Consumer<HandlerObserver> calls) {
		this.calls = calls;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.recorders.add(new Recorder(registry, new ConcurrentHashMap<>()));
		this.calls.accept(this);
	}

	@Override
	public void handled(EventHandler handler, EventEnvelope envelope, long nanos, @Nullable Throwable error) {
		for (Recorder recorder : this.recorders) {
			Timers timers = recorder.timers(handler.id());
			((error != null) ? timers.failure() : timers.success()).record(nanos, TimeUnit.NANOSECONDS);
		}
	}

	/** The timers of one registry, by the ids of the listeners. */
	private record Recorder(MeterRegistry registry, Map<String, Timers> timers) {

		private Timers timers(String listener) {
			Timers known = this.timers.get(listener);
			return (known != null) ? known : this.timers.computeIfAbsent(listener,
					(added) -> new Timers(timer(added, "success"), timer(added, "failure")));
		}

		private Timer timer(String listener, String outcome) {
			return GatewayMeters.LISTENER_TIME.timer(this.registry,
					Tags.of(GatewayMeterTag.LISTENER.of(listener), GatewayMeterTag.OUTCOME.of(outcome)));
		}

	}

	/** The timers of one listener. */
	private record Timers(Timer success, Timer failure) {
	}

}
