package io.github.discordgateway.internal.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import io.github.discordgateway.internal.compression.Compression;
import io.github.discordgateway.network.BlackHole;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.netty.channel.EventLoop;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ConnectAddresses}: a host with an address that does not answer, which
 * is given the whole limit of the connect when nothing else is said.
 */
class ConnectAddressesTests {

	/** Longer than any test may take. */
	private static final Duration CONNECT_TIMEOUT = Duration.ofMinutes(2);

	private static final Duration PATIENCE = Duration.ofSeconds(40);

	private final GatewaySimulator simulator = GatewaySimulator.builder().build();

	private BlackHole blackHole;

	@BeforeEach
	void start() throws IOException {
		this.simulator.start();
		this.blackHole = new BlackHole(InetAddress.getByName("127.0.0.2"), this.simulator.url().getPort());
	}

	@AfterEach
	void close() throws IOException {
		this.blackHole.close();
		this.simulator.close();
	}

	private URI named(URI url, String scheme) {
		return URI.create(scheme + "://gateway.test:" + url.getPort());
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.2", "2001:db8::1" })
	@DisplayName("C64 the gateway's second address is tried soon when the first does not answer")
	void secondAddressOfTheGateway(String first) {
		try (GatewayHttpResources http = http(first, "127.0.0.1")) {
			EventLoop eventLoop = http.nextEventLoop();
			RecordingConnectionHandler handler = new RecordingConnectionHandler(eventLoop);
			WebSocketGatewayConnector connector = new WebSocketGatewayConnector(
					new ReactorNettyWebSocketClient(http.httpClient()), Compression.NONE, 100_000, "test");
			URI url = new GatewayUrl(named(this.simulator.url(), "ws"), Compression.NONE).main();
			eventLoop.execute(() -> connector.connect(url, eventLoop, handler));
			await().atMost(PATIENCE).until(() -> handler.calls().contains("opened"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.2", "2001:db8::1" })
	@DisplayName("C64 the REST API's second address is tried soon when the first does not answer")
	void secondAddressOfTheRestApi(String first) {
		try (GatewayHttpResources http = http(first, "127.0.0.1")) {
			String answer = WebClient.builder()
				.clientConnector(new ReactorClientHttpConnector(http.httpClient()))
				.build()
				.get()
				.uri(named(this.simulator.apiUrl(), "http") + this.simulator.apiUrl().getPath() + "/gateway")
				.retrieve()
				.bodyToMono(String.class)
				.block(PATIENCE);
			assertThat(answer).contains("ws://");
		}
	}

	@Test
	@DisplayName("C64 a single address has the whole time, as the last one has")
	void lastAddressIsNotLimited() {
		InetSocketAddress one = new InetSocketAddress("127.0.0.1", 1);
		InetSocketAddress two = new InetSocketAddress("127.0.0.2", 1);
		assertThat(ConnectAddresses.limit(List.of(one), CONNECT_TIMEOUT)).first().isSameAs(one);
		List<SocketAddress> both = ConnectAddresses.limit(List.of(one, two), CONNECT_TIMEOUT);
		assertThat(both).isEqualTo(List.of(one, two));
		assertThat(both.get(0)).isNotSameAs(one);
		assertThat(both.get(1)).isSameAs(two);
	}

	@Test
	@DisplayName("C64 of a proxy's addresses the first that answers is taken")
	void addressOfAProxy() throws IOException {
		InetAddress silent = InetAddress.getByName("127.0.0.2");
		InetAddress good = InetAddress.getByName("127.0.0.1");
		InetAddress closed = InetAddress.getByName("127.0.0.3");
		int port = this.simulator.url().getPort();
		assertThat(GatewayProxy.firstOf(new InetAddress[] { silent, good, closed }, port)).isEqualTo(good);
		assertThat(GatewayProxy.firstOf(new InetAddress[] { closed, good }, port)).isEqualTo(good);
		assertThat(GatewayProxy.firstOf(new InetAddress[] { closed }, port)).isEqualTo(closed);
	}

	private static GatewayHttpResources http(String... addresses) {
		return new GatewayHttpResources(CONNECT_TIMEOUT, (client) -> client.resolver(new Names(addresses)));
	}

	/** Has several addresses for each name. */
	private static final class Names extends AddressResolverGroup<InetSocketAddress> {

		private final List<InetAddress> addresses;

		private Names(String... addresses) {
			this.addresses = Arrays.stream(addresses).map(Names::address).toList();
		}

		private static InetAddress address(String text) {
			return new InetSocketAddress(text, 0).getAddress();
		}

		@Override
		protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
			return new InetNameResolver(executor) {

				@Override
				protected void doResolve(String name, Promise<InetAddress> promise) {
					promise.setSuccess(Names.this.addresses.get(0));
				}

				@Override
				protected void doResolveAll(String name, Promise<List<InetAddress>> promise) {
					promise.setSuccess(Names.this.addresses);
				}

			}.asAddressResolver();
		}

	}

}
