package io.github.discordgateway.autoconfigure;

import java.nio.file.Path;

import io.github.discordgateway.identify.BudgetedIdentifyQueue;
import io.github.discordgateway.identify.IdentifyPacer;
import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.identify.InMemoryIdentifyPacer;
import io.github.discordgateway.internal.cluster.SessionStartLimits;
import io.github.discordgateway.internal.rest.GatewayBotClient;
import io.github.discordgateway.session.FileSessionStore;
import io.github.discordgateway.session.InMemorySessionStore;
import io.github.discordgateway.session.SessionStore;
import io.github.discordgateway.session.StartHistory;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;

/**
 * How sessions begin, and where they are kept.
 */
@Configuration(proxyBeanMethods = false)
class GatewaySessionConfiguration {

	private static final Log logger = LogFactory.getLog(DiscordGatewayAutoConfiguration.class);

	private final DiscordGatewayProperties properties;

	GatewaySessionConfiguration(DiscordGatewayProperties properties) {
		this.properties = properties;
	}

	@Bean
	@ConditionalOnMissingBean
	IdentifyPacer discordGatewayIdentifyPacer() {
		return new InMemoryIdentifyPacer(Schedulers.parallel(), this.properties.identifyWindow());
	}

	@Bean
	@ConditionalOnMissingBean
	IdentifyQueue discordGatewayIdentifyQueue(DiscordGatewayConnectionDetails connectionDetails,
			GatewayBotClient botClient, IdentifyPacer pacer, ObjectProvider<SessionStore> sessionStore) {
		boolean mayAsk = connectionDetails.getUrl() == null || this.properties.sharding().total() == null;
		return new BudgetedIdentifyQueue(pacer, Schedulers.parallel(), this.properties.identify().reserve(),
				startHistory(sessionStore.getIfAvailable()), () -> mayAsk ? botClient.fetch((failure) -> {
				}).map(SessionStartLimits::of) : Mono.empty());
	}

	/** A worker has no sessions, and so no store of them. */
	private static StartHistory startHistory(@Nullable SessionStore sessionStore) {
		if (sessionStore == null) {
			return StartHistory.ofThisProcess();
		}
		if (sessionStore instanceof StartHistory history) {
			return history;
		}
		logger.info("The starts of the bot are remembered as long as the process lives, so that a crash loop is not "
				+ "slowed down: the session store keeps no history of them");
		return StartHistory.ofThisProcess();
	}

	@Bean
	@Conditional(OnShardsCondition.class)
	@ConditionalOnMissingBean
	SessionStore discordGatewaySessionStore(ResourceLoader resourceLoader) {
		Path directory = this.properties.resume()
			.directory(DevToolsRestart.sessionDirectory(resourceLoader.getClassLoader()));
		return (directory != null) ? new FileSessionStore(directory) : new InMemorySessionStore();
	}

}
