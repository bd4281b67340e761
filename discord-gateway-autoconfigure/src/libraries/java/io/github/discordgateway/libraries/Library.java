package io.github.discordgateway.libraries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

import discord4j.core.DiscordClientBuilder;
import discord4j.core.GatewayDiscordClient;
import discord4j.core.event.domain.message.MessageCreateEvent;
import discord4j.core.shard.MemberRequestFilter;
import discord4j.core.shard.ShardingStrategy;
import discord4j.gateway.intent.IntentSet;
import discord4j.rest.request.RouterOptions;
import io.github.discordgateway.network.TestProxy;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import org.javacord.api.DiscordApi;
import org.javacord.api.DiscordApiBuilder;
import org.javacord.api.listener.message.MessageCreateListener;
import reactor.core.publisher.Mono;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

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

	/** Knows no host but discord.com, so that a proxy leads it here. */
	JAVACORD {

		@Override
		SslBundle encryption() throws Exception {
			X509Bundle certificate = new CertificateBuilder().ecp256()
				.subject("CN=discord.com")
				.addSanDnsName("discord.com")
				.addSanIpAddress("127.0.0.1")
				.setIsCertificateAuthority(true)
				.buildSelfSigned();
			PemSslStoreDetails key = PemSslStoreDetails.forCertificate(certificate.getCertificatePathPEM())
				.withPrivateKey(certificate.getPrivateKeyPEM());
			return SslBundle.of(new PemSslStoreBundle(key, null));
		}

		@Override
		AutoCloseable connect(GatewaySimulator simulator, int shards, boolean compressed, Consumer<String> texts) {
			TestProxy proxy = new TestProxy("http", null, null);
			proxy.lead(443, simulator.port());
			List<DiscordApi> bots = new DiscordApiBuilder().setToken(simulator.token())
				.setAllIntents()
				.setTotalShards(shards)
				.setTrustAllCertificates(true)
				.setProxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", proxy.port())))
				.setWaitForServersOnStartup(false)
				.setWaitForUsersOnStartup(false)
				.addMessageCreateListener((MessageCreateListener) (event) -> texts.accept(event.getMessageContent()))
				.loginAllShards()
				.stream()
				.map(CompletableFuture::join)
				.toList();
			return () -> {
				bots.forEach((bot) -> bot.disconnect().join());
				proxy.close();
			};
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

	/** With what the server encrypts; {@code null} when it does not. */
	SslBundle encryption() throws Exception {
		return null;
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
