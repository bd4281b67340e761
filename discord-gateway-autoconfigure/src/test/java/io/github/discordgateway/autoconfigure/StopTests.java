package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.event.lifecycle.ShardFailed;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.session.SessionStore;
import io.github.discordgateway.session.StoredSession;
import io.github.discordgateway.simulator.GatewayBehaviour;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.ReceivedFrame;
import io.github.discordgateway.simulator.SimulatedConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long the end of an application takes, from wherever and in whatever state it is
 * asked for.
 */
class StopTests {

	/** What a stop may take. */
	private static final Duration PHASE = Duration.ofSeconds(8);

	/** Less than anybody is waited for. */
	private static final Duration AT_ONCE = Duration.ofSeconds(10);

	private static final Duration LIMIT = Duration.ofSeconds(45);

	private volatile Consumer<SimulatedConnection> onIdentify = (connection) -> {
	};

	private volatile boolean answering = true;

	private final GatewaySimulator simulator = GatewaySimulator.builder()
		.shards(2)
		.maxConcurrency(16)
		.identifyWindow(Duration.ZERO)
		.behaviour(new GatewayBehaviour() {

			@Override
			public void onOpen(SimulatedConnection connection) {
				if (StopTests.this.answering) {
					GatewayBehaviour.super.onOpen(connection);
				}
			}

			@Override
			public void onIdentify(SimulatedConnection connection, ReceivedFrame frame) {
				if (StopTests.this.answering) {
					GatewayBehaviour.super.onIdentify(connection, frame);
					StopTests.this.onIdentify.accept(connection);
				}
			}

			@Override
			public boolean onClose(SimulatedConnection connection, int code) {
				return StopTests.this.answering && GatewayBehaviour.super.onClose(connection, code);
			}

		})
		.build();

	private final CountDownLatch over = new CountDownLatch(1);

	private ConfigurableApplicationContext context;

	private Bot run(String... more) {
		this.simulator.start();
		this.context = BotRunner.start(Bot.class,
				Stream
					.concat(Stream.of("token=" + this.simulator.token(), "api-url=" + this.simulator.apiUrl(),
							"spring.lifecycle.timeout-per-shutdown-phase=" + PHASE.toMillis() + "ms"), Stream.of(more))
					.toArray(String[]::new));
		Bot bot = this.context.getBean(Bot.class);
		bot.over = this.over;
		return bot;
	}

	private void awaitReady() {
		Gateway gateway = this.context.getBean(Gateway.class);
		BotRunner.await()
			.until(() -> !gateway.shards().isEmpty()
					&& gateway.shards().stream().allMatch((shard) -> shard.snapshot().state() == ShardState.READY));
	}

	private void say() {
		this.simulator.dispatch(0, "MESSAGE_CREATE",
				"{\"id\":\"1\",\"channel_id\":\"1\",\"guild_id\":\"0\",\"content\":\"\",\"author\":{\"id\":\"3\",\"username\":\"a\"}}");
	}

	@AfterEach
	void end() {
		this.over.countDown();
		if (this.context != null) {
			this.context.close();
		}
		this.simulator.close();
	}

	private void assertClosesWithin(Duration limit) {
		long begun = System.nanoTime();
		this.context.close();
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(limit);
	}

	@Test
	@DisplayName("C36 A listener of the life cycle closes the context")
	void closedByAListenerOfTheLifeCycle() {
		Bot bot = run("spring.reactor.netty.shutdown-quiet-period=0s",
				"spring.lifecycle.timeout-per-shutdown-phase=30s");
		awaitReady();
		bot.onFailed = this.context::close;
		this.simulator.connection(0).close(4014, "");
		assertThat(bot.closed.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join()).isLessThan(AT_ONCE);
	}

	@Test
	@DisplayName("C36 A listener of events closes the context on its own thread")
	void closedByAListenerOfEvents() {
		Bot bot = run();
		awaitReady();
		bot.onMessage = this.context::close;
		say();
		assertThat(bot.closed.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join()).isLessThan(PHASE);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	@DisplayName("C36 A listener that ignores interrupts costs no more than the phase, on either kind of thread")
	void aListenerThatIgnoresInterrupts(boolean virtual) throws Exception {
		Bot bot = run("spring.threads.virtual.enabled=" + virtual);
		awaitReady();
		bot.onMessage = bot::waitUninterruptibly;
		say();
		assertThat(bot.called.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		assertClosesWithin(PHASE);
	}

	@Test
	@DisplayName("C36 A context that is only stopped does not wait for such a listener a second time")
	void stoppedWithAListenerThatIgnoresInterrupts() throws Exception {
		Bot bot = run();
		awaitReady();
		bot.onMessage = bot::waitUninterruptibly;
		say();
		assertThat(bot.called.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		long begun = System.nanoTime();
		this.context.stop();
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PHASE);
	}

	@Test
	@DisplayName("C36 A listener of the life cycle that does not return is not waited for without end")
	void aListenerOfTheLifeCycleThatDoesNotReturn() throws Exception {
		Bot bot = run();
		awaitReady();
		bot.onFailed = bot::waitUninterruptibly;
		this.simulator.connection(0).close(4014, "");
		assertThat(bot.called.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		assertClosesWithin(PHASE);
	}

	/** Where a shard may be when the stop comes. */
	enum Moment {

		IN_GATEWAY_BOT, CONNECTING, AWAITING_HELLO, AWAITING_PERMIT, IDENTIFYING, BACKING_OFF, LOADING, RESHARDING,
		READY_WITHOUT_ECHO

	}

	@ParameterizedTest
	@EnumSource(Moment.class)
	@DisplayName("C36 In every state a stop ends within the phase, also when the peer never answers")
	void inEveryState(Moment moment, TestReporter reporter) {
		this.answering = moment == Moment.BACKING_OFF || moment == Moment.RESHARDING
				|| moment == Moment.READY_WITHOUT_ECHO || moment == Moment.AWAITING_PERMIT;
		switch (moment) {
			case IN_GATEWAY_BOT -> {
				this.simulator.rest().failNext(1_000, 503);
				run();
				BotRunner.await().until(() -> !this.simulator.rest().requests().isEmpty());
			}
			case CONNECTING -> {
				// Nobody is there, and nobody says so.
				run("url=ws://10.255.255.1:81", "sharding.total=1", "timeouts.connect=30s");
				awaitState(ShardState.CONNECTING);
			}
			case AWAITING_HELLO -> {
				run();
				awaitState(ShardState.AWAITING_HELLO);
			}
			case AWAITING_PERMIT -> {
				run("sharding.total=4", "identify.slack=1h");
				this.context.getBean(Gateway.class);
				BotRunner.await().until(() -> !this.context.getBean(Gateway.class).shards().isEmpty());
				awaitReady();
				this.simulator.connections().forEach((connection) -> connection.invalidSession(false));
				awaitState(ShardState.AWAITING_PERMIT);
			}
			case IDENTIFYING -> {
				this.simulator.behaviour(new GatewayBehaviour() {

					@Override
					public void onIdentify(SimulatedConnection connection, ReceivedFrame frame) {
					}

				});
				run();
				awaitState(ShardState.IDENTIFYING);
			}
			case BACKING_OFF -> {
				this.onIdentify = (connection) -> connection.close(4000, "");
				run("reconnect.initial-back-off=10m", "reconnect.max-back-off=10m");
				awaitState(ShardState.BACKING_OFF);
			}
			case LOADING -> {
				run("spring.stuck-store=true");
				awaitState(ShardState.NEW);
			}
			case RESHARDING -> {
				Bot bot = run("sharding.hand-over-window=1h");
				awaitReady();
				this.context.getBean(Gateway.class).reshard(3).subscribe(null, (failure) -> bot.called.countDown());
			}
			case READY_WITHOUT_ECHO -> {
				run("timeouts.close=20s");
				awaitReady();
				this.answering = false;
			}
		}
		long begun = System.nanoTime();
		this.context.close();
		Duration taken = Duration.ofNanos(System.nanoTime() - begun);
		reporter.publishEntry(moment.name(), taken.toMillis() + " ms");
		assertThat(taken).isLessThan(PHASE);
	}

	private void awaitState(ShardState state) {
		Gateway gateway = this.context.getBean(Gateway.class);
		BotRunner.await().until(() -> gateway.shards().stream().anyMatch((shard) -> shard.snapshot().state() == state));
	}

	@TestBot
	static class Bot {

		final CountDownLatch called = new CountDownLatch(1);

		final CompletableFuture<Duration> closed = new CompletableFuture<>();

		volatile CountDownLatch over;

		volatile Runnable onFailed = () -> {
		};

		volatile Runnable onMessage = () -> {
		};

		@EventListener
		void on(ShardFailed event) {
			measure(this.onFailed);
		}

		@GatewayListener
		void on(MessageCreate event) {
			measure(this.onMessage);
		}

		private void measure(Runnable action) {
			long begun = System.nanoTime();
			this.called.countDown();
			action.run();
			this.closed.complete(Duration.ofNanos(System.nanoTime() - begun));
		}

		void waitUninterruptibly() {
			boolean interrupted = false;
			while (this.over.getCount() > 0) {
				try {
					this.over.await();
				}
				catch (InterruptedException ex) {
					interrupted = true;
				}
			}
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}

		@Bean
		@ConditionalOnBooleanProperty("spring.stuck-store")
		SessionStore sessionStore() {
			return new SessionStore() {

				@Override
				public Mono<StoredSession> load(ShardId shard) {
					return Mono.never();
				}

				@Override
				public Mono<Void> save(StoredSession session) {
					return Mono.never();
				}

				@Override
				public Mono<Void> remove(ShardId shard) {
					return Mono.never();
				}

			};
		}

	}

}
