package io.github.discordgateway.demo;

import io.github.discordgateway.Gateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Tells a newcomer what runs and where to look.
 */
@Component
class StartupNotes {

	private static final Logger logger = LoggerFactory.getLogger(StartupNotes.class);

	@EventListener
	void ready(ApplicationReadyEvent event) {
		Environment environment = event.getApplicationContext().getEnvironment();
		if (environment.acceptsProfiles(Profiles.of("alone"))) {
			logger.info("The simulator runs alone, and waits for clients - press Ctrl+C to stop");
			return;
		}
		boolean simulated = environment.acceptsProfiles(Profiles.of("simulator"));
		int shards = event.getApplicationContext().getBean(Gateway.class).shards().size();
		logger.info("The demo bot runs on {} with {} shards",
				simulated ? "the simulator (set DISCORD_TOKEN to run on Discord)" : "Discord", shards);
		if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
			int port = web.getWebServer().getPort();
			logger.info("Console: http://localhost:{} - health of each shard: http://localhost:{}/actuator/health"
					+ " - press Ctrl+C to stop", port, port);
		}
	}

}
