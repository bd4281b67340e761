package io.github.discordgateway.devtools;

import java.util.concurrent.Callable;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.listener.GatewayExceptionHandler;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.listener.GatewayListenerRegistry;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * A bot whose classes are loaded anew for each restart.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class RestartedBot implements Callable<AutoCloseable> {

	@Override
	public AutoCloseable call() {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(RestartedBot.class)
			.web(WebApplicationType.NONE)
			.run("--discord.gateway.token=" + System.getProperty("restarted-bot.token"),
					"--discord.gateway.api-url=" + System.getProperty("restarted-bot.api-url"),
					"--discord.gateway.intents=guilds,guild-messages,message-content");
		context.getBean(GatewayListenerRegistry.class)
			.listenReactively(MessageCreate.class, (event) -> Mono.just(event));
		return () -> SpringApplication.exit(context);
	}

	@GatewayListener(condition = "#event.message.content.startsWith('hi') and @environment != null")
	void on(MessageCreate event, EventEnvelope envelope) {
		throw new Told();
	}

	@GatewayExceptionHandler
	void told(Told told, MessageCreate event) {
		System.setProperty("restarted-bot.told", event.message().content());
	}

	static class Told extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
