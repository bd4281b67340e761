package io.github.discordgateway.libraries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

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
			// Right after the login it does not tell its end.
			return () -> bot.logout().timeout(Duration.ofSeconds(5), Mono.empty()).block();
		}

	},

	KORD {

		@Override
		AutoCloseable connect(GatewaySimulator simulator, int shards, boolean compressed, Consumer<String> texts) {
			return new KordBot(simulator.url().toString(), simulator.token(), shards, compressed, texts);
		}

	},

	DISCORD_JS("discord.js"),

	DISCORDJS_WS("@discordjs/ws"),

	ERIS("eris"),

	OCEANIC("oceanic.js"),

	DISCORDENO("discordeno"),

	SEYFERT("seyfert");

	/** With what {@code npm install} brings, if somebody ran it there. */
	private static final Path NODE = Path.of("src", "libraries", "node");

	private final String node;

	Library() {
		this("");
	}

	/** A library for Node.js, by the name that the script knows. */
	Library(String node) {
		this.node = node;
	}

	/** Those that can be tried here. */
	static Stream<Library> available() {
		boolean installed = Files.isDirectory(NODE.resolve("node_modules"));
		return Stream.of(values()).filter((library) -> library.node.isEmpty() || installed);
	}

	/**
	 * Logs a bot in.
	 * @param simulator the server
	 * @param shards how many shards the bot has
	 * @param compressed whether what it receives is compressed, where one may choose
	 * @param texts gets the text of each message
	 * @return ends the bot
	 */
	AutoCloseable connect(GatewaySimulator simulator, int shards, boolean compressed, Consumer<String> texts) {
		try {
			Process process = new ProcessBuilder("node", "bot.mjs", this.node, simulator.url().toString(),
					simulator.apiUrl().toString(), simulator.token(), Integer.toString(shards))
				.directory(NODE.toFile())
				.redirectError(Redirect.INHERIT)
				.start();
			Thread reader = new Thread(() -> process.inputReader()
				.lines()
				.filter((line) -> line.startsWith("\""))
				.forEach((line) -> texts.accept(line.substring(1, line.length() - 1))), this.node);
			reader.setDaemon(true);
			reader.start();
			return () -> process.destroyForcibly().waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
