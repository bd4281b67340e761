package io.github.discordgateway.actuate.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.discordgateway.interaction.InteractionObserver;
import io.github.discordgateway.model.interaction.Interaction;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Measures how interactions are answered. Tags hold types, and never names, so that there
 * are only so many.
 */
public final class InteractionMetrics implements MeterBinder, InteractionObserver {

	private static final String PREFIX = "discord.interactions.";

	private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();

	@Override
	public void bindTo(MeterRegistry registry) {
		this.registries.add(registry);
	}

	@Override
	public void answered(Interaction interaction, Duration took, boolean deferred) {
		for (MeterRegistry registry : this.registries) {
			registry.timer(PREFIX + "answers", tags(interaction).and("deferred", Boolean.toString(deferred)))
				.record(took);
		}
	}

	@Override
	public void failed(Interaction interaction, Throwable failure) {
		count("failures", interaction);
	}

	@Override
	public void late(Interaction interaction) {
		count("late", interaction);
	}

	@Override
	public void unknown(Interaction interaction) {
		count("unknown", interaction);
	}

	private void count(String name, Interaction interaction) {
		for (MeterRegistry registry : this.registries) {
			registry.counter(PREFIX + name, tags(interaction)).increment();
		}
	}

	private static Tags tags(Interaction interaction) {
		return Tags.of("type", interaction.type().name().toLowerCase(Locale.ROOT));
	}

}
