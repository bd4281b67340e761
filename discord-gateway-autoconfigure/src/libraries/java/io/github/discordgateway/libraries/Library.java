package io.github.discordgateway.libraries;

import java.util.function.Consumer;

import discord4j.core.DiscordClientBuilder;
import discord4j.core.GatewayDiscordClient;
import discord4j.core.event.domain.message.MessageCreateEvent;
import discord4j.core.shard.MemberRequestFilter;
import discord4j.core.shard.ShardingStrategy;
import discord4j.gateway.intent.IntentSet;
import discord4j.rest.request.RouterOptions;
import io.github.discordgateway.simulator.GatewaySimulator;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import reactor.core.publisher.Mono;

import java.util.EnumSet;

/**
 * A library for Discord that is used as its own documentation says, but for the address
 * of the server.
 */
enum Library {

	JDA {

		@Override
		AutoCloseable connect(GatewaySimulator simulator, int shards, boolean compressed, Consumer<String> texts) {
			ConcurrentSessionController addresses = new ConcurrentSessionController() {

				@Override
				public String getGateway() {
					return simulator.url().toString();
				}

			};
			addresses.setConcurrency(16);
			RestConfig rest = new RestConfig().setBaseUrl(simulator.apiUrl() + "/");
			ShardManager bot = DefaultShardManagerBuilder
				.createLight(simulator.token(), EnumSet.allOf(GatewayIntent.class))
				.setShardsTotal(shards)
				.setRestConfigProvider((shard) -> rest)
				.setSessionController(addresses)
				.setCompression(compressed ? Compression.ZLIB : Compression.NONE)
				.setEnableShutdownHook(false)
				.addEventListeners(new ListenerAdapter() {

					@Override
					public void onMessageReceived(MessageReceivedEvent event) {
						texts.accept(event.getMessage().getContentRaw());
					}

				})
				.build();
			return bot::shutdown;
		}

	},

	/** Compresses always. */
	DISCORD4J {

		@Override
		AutoCloseable connect(GatewaySimulator simulator, int shards, boolean compressed, Consumer<String> texts) {
			Mono<GatewayDiscordClient> login = DiscordClientBuilder.create(simulator.token())
				.setExtraOptions((options) -> new RouterOptions(options.getToken(), options.getReactorResources(),
						options.getExchangeStrategies(), options.getResponseTransformers(),
						options.getGlobalRateLimiter(), options.getRequestQueueFactory(),
						simulator.apiUrl().toString()))
				.build()
				.gateway()
				.setSharding(ShardingStrategy.builder().count(shards).maxConcurrency(16).build())
				.setEnabledIntents(IntentSet.all())
				.setMemberRequestFilter(MemberRequestFilter.none())
				.withEventDispatcher((events) -> events.on(MessageCreateEvent.class)
					.doOnNext((event) -> texts.accept(event.getMessage().getContent())))
				.login();
			GatewayDiscordClient bot = login.block();
			return () -> bot.logout().block();
		}

	},

	KORD {

		@Override
		AutoCloseable connect(GatewaySimulator simulator, int shards, boolean compressed, Consumer<String> texts) {
			return new KordBot(simulator.url().toString(), simulator.token(), shards, compressed, texts);
		}

	};

	/**
	 * Logs a bot in.
	 * @param simulator the server
	 * @param shards how many shards the bot has
	 * @param compressed whether what it receives is compressed
	 * @param texts gets the text of each message
	 * @return ends the bot
	 */
	abstract AutoCloseable connect(GatewaySimulator simulator, int shards, boolean compressed, Consumer<String> texts);

}
