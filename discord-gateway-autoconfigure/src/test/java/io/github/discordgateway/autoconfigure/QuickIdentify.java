package io.github.discordgateway.autoconfigure;

import java.time.Duration;

import io.github.discordgateway.identify.IdentifyPacer;
import io.github.discordgateway.identify.InMemoryIdentifyPacer;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Lets the shards of an application identify one after the other without the five seconds
 * between two of a bucket, which a simulator with a window of zero does not ask for. A
 * test that sets {@code discord.gateway.identify.slack} is about these.
 */
final class QuickIdentify implements ApplicationContextInitializer<GenericApplicationContext> {

	@Override
	public void initialize(GenericApplicationContext context) {
		if (!context.getEnvironment().containsProperty("discord.gateway.identify.slack")) {
			context.registerBean(IdentifyPacer.class,
					() -> new InMemoryIdentifyPacer(Schedulers.parallel(), Duration.ofMillis(20)));
		}
	}

}
