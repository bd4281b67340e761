package io.github.discordgateway.autoconfigure;

import java.net.URI;
import java.time.Duration;

import io.github.discordgateway.internal.cluster.ShutdownBudget;
import io.github.discordgateway.internal.protocol.UserAgent;
import io.github.discordgateway.internal.rest.GatewayBotClient;
import io.github.discordgateway.internal.transport.ConnectFailureFilter;
import io.github.discordgateway.internal.transport.ConnectFailures;
import io.github.discordgateway.internal.transport.GatewayHttpResources;
import io.github.discordgateway.internal.transport.GatewayProxy;
import io.github.discordgateway.internal.transport.GatewayTls;
import io.github.discordgateway.internal.transport.WebSocketGatewayConnector;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import org.springframework.web.reactive.socket.client.WebSocketClient;

/**
 * How Discord is reached: one HTTP client, with its TLS and its proxy, for the shards and
 * for the REST request.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(OnOwnGatewayCondition.class)
class GatewayTransportConfiguration {

	/** The bean, or the qualifier of a bean, that connects the shards instead. */
	static final String WEB_SOCKET_CLIENT = "discordGatewayWebSocketClient";

	private static final Log logger = LogFactory.getLog(GatewayTls.class);

	private final DiscordGatewayProperties properties;

	GatewayTransportConfiguration(DiscordGatewayProperties properties) {
		this.properties = properties;
	}

	@Bean
	ConnectFailures discordGatewayConnectFailures() {
		return new ConnectFailures(this.properties.proxy().toProxy(), this.properties.ssl().bundle());
	}

	@Bean
	GatewayTls discordGatewayTls(DiscordGatewayConnectionDetails connectionDetails,
			ObjectProvider<SslBundles> bundles) {
		DiscordGatewayProperties.Ssl ssl = this.properties.ssl();
		SslBundle own = connectionDetails.getSslBundle();
		String name = ssl.bundle();
		if (own != null || name == null || name.isBlank()) {
			return (own == null && ssl.isUsual() && !encrypts(connectionDetails)) ? GatewayTls.leftToClient()
					: ssl.toTls(own);
		}
		SslBundles registry = bundles.getIfAvailable();
		GatewayTls tls = ssl.toTls(bundle("discord.gateway.ssl.bundle", name, registry));
		if (registry != null) {
			registry.addBundleUpdateHandler(name, (bundle) -> reload(tls, name, bundle));
		}
		return tls;
	}

	/** A simulator mostly does not. */
	private static boolean encrypts(DiscordGatewayConnectionDetails connectionDetails) {
		URI url = connectionDetails.getUrl();
		return !"http".equalsIgnoreCase(connectionDetails.getApiUrl().getScheme())
				|| (url != null && !"ws".equalsIgnoreCase(url.getScheme()));
	}

	static SslBundle bundle(String property, String name, @Nullable SslBundles bundles) {
		try {
			if (bundles == null) {
				throw new NoSuchSslBundleException(name, "There are no SSL bundles");
			}
			return bundles.getBundle(name);
		}
		catch (NoSuchSslBundleException ex) {
			throw new InvalidConfigurationPropertyValueException(property, name,
					"There is no SSL bundle of this name: spring.ssl.bundle.pem.* and spring.ssl.bundle.jks.* define "
							+ ((bundles != null && !bundles.getBundleNames().isEmpty()) ? bundles.getBundleNames()
									: "none")
							+ ".");
		}
	}

	private static void reload(GatewayTls tls, String name, SslBundle bundle) {
		try {
			tls.reload(bundle);
			logger.info("New connections use what the SSL bundle '" + name + "' holds now");
		}
		catch (RuntimeException ex) {
			logger.error("New connections use what the SSL bundle '" + name + "' held before: " + ex.getMessage(), ex);
		}
	}

	@Bean
	GatewayHttpResources discordGatewayHttpResources(GatewayTls tls, ShutdownBudget shutdownBudget,
			ObjectProvider<GatewayHttpClientCustomizer> customizers) {
		Duration timeout = this.properties.timeouts().connect();
		GatewayHttpResources resources = new GatewayHttpResources(timeout, (client) -> {
			HttpClient customized = proxied(tls.secure(client, timeout), timeout);
			for (GatewayHttpClientCustomizer customizer : customizers.orderedStream().toList()) {
				customized = customizer.customize(customized);
			}
			return customized;
		});
		resources.setCloseTimeout(shutdownBudget.resources());
		return resources;
	}

	/** Without a proxy of its own, the one of the JVM ({@code -Dhttps.proxyHost}). */
	private HttpClient proxied(HttpClient client, Duration timeout) {
		GatewayProxy proxy = this.properties.proxy().toProxy();
		return (proxy != null) ? proxy.apply(client, timeout) : GatewayProxy.applySystemProperties(client);
	}

	/** A client of the application's is used only when it is meant for this. */
	@Bean
	WebSocketGatewayConnector discordGatewayConnector(GatewayHttpResources http,
			@Qualifier(WEB_SOCKET_CLIENT) ObjectProvider<WebSocketClient> own, ConnectFailures failures) {
		int maxPayloadBytes = Math.toIntExact(this.properties.maxPayloadSize().toBytes());
		WebSocketClient client = own.getIfAvailable();
		if (client != null) {
			logger.info("The shards connect with the application's " + client.getClass().getName() + " named "
					+ WEB_SOCKET_CLIENT + ": of discord.gateway, proxy, ssl and timeouts.connect do not count for it, "
					+ "and frames may be as large as it allows");
		}
		else {
			client = new ReactorNettyWebSocketClient(http.httpClient(),
					() -> WebsocketClientSpec.builder().maxFramePayloadLength(maxPayloadBytes));
		}
		return new WebSocketGatewayConnector(client, this.properties.compression().resolve(), maxPayloadBytes,
				UserAgent.value(), failures);
	}

	/** Never with a builder of the application's, which is for its own services. */
	@Bean
	GatewayBotClient discordGatewayBotClient(DiscordGatewayConnectionDetails connectionDetails,
			GatewayHttpResources http, ObjectProvider<GatewayWebClientCustomizer> customizers, ConnectFailures failures,
			@Qualifier(DiscordGatewayAutoConfiguration.JSON_MAPPER) JsonMapper mapper) {
		WebClient.Builder builder = WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(http.httpClient()));
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		builder.filter(new ConnectFailureFilter(failures));
		// Otherwise spring.http.codecs.log-request-details would log the token.
		builder.codecs((codecs) -> codecs.defaultCodecs().enableLoggingRequestDetails(false));
		GatewayBotClient.Settings settings = new GatewayBotClient.Settings(this.properties.timeouts().connect(),
				this.properties.reconnect().initialBackOff(), this.properties.reconnect().maxBackOff());
		return new GatewayBotClient(builder.build(), mapper, connectionDetails.getApiUrl(), connectionDetails::getToken,
				UserAgent.value(), settings);
	}

}
