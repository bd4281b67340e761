package io.github.discordgateway.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.event.Ready;
import io.github.discordgateway.identify.IdentifyPacer;
import io.github.discordgateway.identify.IdentifyPermit;
import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.identify.InMemoryIdentifyPacer;
import io.github.discordgateway.identify.SessionStartLimit;
import io.github.discordgateway.internal.cluster.GatewayCluster;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.listener.GatewayListenerRegistry;
import io.github.discordgateway.session.FileSessionStore;
import io.github.discordgateway.session.InMemorySessionStore;
import io.github.discordgateway.session.SessionStore;
import io.github.discordgateway.session.SessionStoreInUseException;
import io.github.discordgateway.simulator.GatewaySimulator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DiscordGatewayAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class DiscordGatewayAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DiscordGatewayAutoConfiguration.class))
		.withPropertyValues("discord.gateway.simulator.enabled=true");

	@Test
	void connectsToTheSimulatorWithNothingElseConfigured() {
		this.runner.withUserConfiguration(ReadyListener.class).run((context) -> {
			assertThat(context).hasSingleBean(Gateway.class).hasSingleBean(GatewaySimulator.class);
			Awaitility.await().until(() -> !context.getBean(ReadyListener.class).received.isEmpty());
			assertThat(context.getBean(Gateway.class).shards()).hasSize(1);
		});
	}

	@Test
	void doesNothingWhenDisabled() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(DiscordGatewayAutoConfiguration.class))
			.withPropertyValues("discord.gateway.enabled=false")
			.withUserConfiguration(ReadyListener.class)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(Gateway.class)
				.doesNotHaveBean(GatewayListenerRegistry.class));
	}

	@Test
	void anEmptyValueDoesNotSwitchItOff() {
		this.runner.withPropertyValues("discord.gateway.enabled=")
			.run((context) -> assertThat(context).hasSingleBean(Gateway.class));
	}

	@Test
	void leavesTheApplicationsJsonMapperAlone() {
		this.runner.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class)).run((context) -> {
			assertThat(context).hasBean("jacksonJsonMapper");
			assertThat(context.getBean(JsonMapper.class)).isSameAs(context.getBean("jacksonJsonMapper"));
			assertThat(context.getBean(DiscordGatewayAutoConfiguration.JSON_MAPPER))
				.isNotSameAs(context.getBean("jacksonJsonMapper"));
		});
	}

	@Test
	void appliesMapperCustomizers() {
		this.runner
			.withBean(GatewayJsonMapperCustomizer.class,
					() -> (builder) -> builder.propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE))
			.run((context) -> {
				JsonMapper mapper = (JsonMapper) context.getBean(DiscordGatewayAutoConfiguration.JSON_MAPPER);
				assertThat(mapper.serializationConfig().getPropertyNamingStrategy())
					.isSameAs(PropertyNamingStrategies.KEBAB_CASE);
			});
	}

	@Test
	void usesTheApplicationsIdentifyQueue() {
		CountingQueue queue = new CountingQueue();
		this.runner.withBean(IdentifyQueue.class, () -> queue)
			.withUserConfiguration(ReadyListener.class)
			.run((context) -> {
				Awaitility.await().until(() -> !context.getBean(ReadyListener.class).received.isEmpty());
				assertThat(queue.acquired).containsExactly(new ShardId(0, 1));
				assertThat(queue.settled).containsExactly("spent");
			});
	}

	@Test
	void usesTheApplicationsConnectionDetails() {
		try (GatewaySimulator simulator = GatewaySimulator.builder().build()) {
			simulator.start();
			new ApplicationContextRunner()
				.withConfiguration(AutoConfigurations.of(DiscordGatewayAutoConfiguration.class))
				.withBean(DiscordGatewayConnectionDetails.class,
						() -> new GatewaySimulatorConfiguration.SimulatorConnectionDetails(simulator, null))
				.run((context) -> {
					assertThat(context).hasSingleBean(DiscordGatewayConnectionDetails.class);
					Awaitility.await().until(() -> !simulator.connections().isEmpty());
				});
		}
	}

	@Test
	void keepsSessionsInMemory() {
		this.runner
			.run((context) -> assertThat(context.getBean(SessionStore.class)).isInstanceOf(InMemorySessionStore.class));
	}

	@Test
	void keepsSessionsInFilesAsLongAsTheContextLives(@TempDir Path directory) {
		this.runner.withPropertyValues("discord.gateway.resume.path=" + directory).run((context) -> {
			assertThat(context.getBean(SessionStore.class)).isInstanceOf(FileSessionStore.class);
			assertThatExceptionOfType(SessionStoreInUseException.class)
				.isThrownBy(() -> new FileSessionStore(directory));
		});
		new FileSessionStore(directory).close();
	}

	@Test
	void usesTheApplicationsPacer() {
		IdentifyPacer pacer = new InMemoryIdentifyPacer(Schedulers.parallel(), Duration.ZERO);
		this.runner.withBean(IdentifyPacer.class, () -> pacer).run((context) -> {
			assertThat(context.getBean(IdentifyPacer.class)).isSameAs(pacer);
			assertThat(context).hasSingleBean(IdentifyQueue.class);
		});
	}

	@Test
	void saysThatTheHistoryOfStartsEndsWithTheProcess(CapturedOutput output) {
		this.runner.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).containsOnlyOnce("The starts of the bot are remembered as long as the process lives");
	}

	@Test
	void usesTheSessionStoreAsHistoryOfStarts(@TempDir Path directory, CapturedOutput output) {
		this.runner.withPropertyValues("discord.gateway.resume.path=" + directory)
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).doesNotContain("The starts of the bot are remembered");
	}

	@Test
	void usesTheApplicationsSessionStore() {
		InMemorySessionStore store = new InMemorySessionStore();
		this.runner.withPropertyValues("discord.gateway.resume.store=file")
			.withBean(SessionStore.class, () -> store)
			.run((context) -> assertThat(context.getBean(SessionStore.class)).isSameAs(store));
	}

	@Test
	void findsListenersOfLazyBeans() {
		this.runner.withUserConfiguration(ReadyListener.class)
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> {
				GatewayListenerRegistry registry = context.getBean(GatewayListenerRegistry.class);
				assertThat(registry.handlers()).singleElement()
					.satisfies((handler) -> assertThat(handler.description()).contains("ReadyListener.ready"));
			});
	}

	@Test
	void runsListenersOnABoundedPool() {
		this.runner.withPropertyValues("discord.gateway.dispatch.concurrency=3").run((context) -> {
			ThreadPoolTaskExecutor executor = context.getBean("discordGatewayListenerExecutor",
					ThreadPoolTaskExecutor.class);
			assertThat(executor.getMaxPoolSize()).isEqualTo(3);
		});
	}

	@Test
	void runsListenersOnTheExecutorThatIsMeantForThem() {
		this.runner.withUserConfiguration(ReadyListener.class)
			.withBean("discordGatewayListenerExecutor", Executor.class, () -> new SimpleAsyncTaskExecutor("mine-"))
			.withBean("another", Executor.class, () -> new SimpleAsyncTaskExecutor("another-"))
			.run((context) -> {
				ReadyListener listener = context.getBean(ReadyListener.class);
				Awaitility.await().until(() -> !listener.received.isEmpty());
				assertThat(listener.received).allMatch((thread) -> thread.startsWith("mine-"));
			});
	}

	@Test
	void customizersReachTheSimulator() {
		this.runner.withPropertyValues("discord.gateway.simulator.shards=2")
			.withBean(GatewaySimulatorCustomizer.class, () -> (builder) -> builder.shards(3))
			.run((context) -> {
				Gateway gateway = context.getBean(Gateway.class);
				Awaitility.await().until(() -> !gateway.shards().isEmpty());
				assertThat(gateway.shards()).hasSize(3);
			});
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void runsListenersOnVirtualThreadsWhenEnabled() {
		this.runner.withPropertyValues("spring.threads.virtual.enabled=true").run((context) -> {
			SimpleAsyncTaskExecutor executor = context.getBean("discordGatewayListenerExecutor",
					SimpleAsyncTaskExecutor.class);
			String thread = executor.submit(() -> Thread.currentThread().toString()).get(30, TimeUnit.SECONDS);
			assertThat(thread).contains("VirtualThread").contains("discord-listener-");
		});
	}

	@Test
	void listenersNeverRunOnAnEventLoop() {
		this.runner.withUserConfiguration(ReadyListener.class).run((context) -> {
			ReadyListener listener = context.getBean(ReadyListener.class);
			Awaitility.await().until(() -> !listener.received.isEmpty());
			assertThat(listener.received).allMatch((thread) -> thread.startsWith("discord-listener-"));
		});
	}

	@Test
	void keepsTheProcessAliveAndEndsItsThreadsWithTheContext() {
		// Those of contexts that are kept for other tests.
		Set<Thread> others = gatewayThreads();
		this.runner.run((context) -> {
			Awaitility.await().until(() -> !context.getBean(GatewayCluster.class).shards().isEmpty());
			assertThat(gatewayThreads()).isNotEqualTo(others);
		});
		Awaitility.await().until(() -> others.containsAll(gatewayThreads()));
	}

	private static Set<Thread> gatewayThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("discord-gateway-") && !thread.isDaemon())
			.collect(Collectors.toSet());
	}

	@Test
	void stopsAndStartsWithTheContext() {
		this.runner.run((context) -> {
			GatewayCluster cluster = context.getBean(GatewayCluster.class);
			awaitReady(cluster);
			cluster.stop();
			assertThat(cluster.shards()).allMatch((shard) -> shard.snapshot().state() == ShardState.STOPPED);
			assertThat(cluster.isRunning()).isFalse();
			cluster.start();
			awaitReady(cluster);
		});
	}

	private static void awaitReady(GatewayCluster cluster) {
		Awaitility.await()
			.until(() -> !cluster.shards().isEmpty()
					&& cluster.shards().stream().allMatch((shard) -> shard.snapshot().state() == ShardState.READY));
	}

	@Configuration(proxyBeanMethods = false)
	static class ReadyListener {

		private final List<String> received = new CopyOnWriteArrayList<>();

		@GatewayListener
		void ready(Ready event) {
			this.received.add(Thread.currentThread().getName());
		}

	}

	private static final class CountingQueue implements IdentifyQueue {

		private final List<ShardId> acquired = new CopyOnWriteArrayList<>();

		private final List<String> settled = new CopyOnWriteArrayList<>();

		@Override
		public Mono<IdentifyPermit> acquire(ShardId shard) {
			this.acquired.add(shard);
			return Mono.just(new IdentifyPermit() {

				@Override
				public void spent() {
					CountingQueue.this.settled.add("spent");
				}

				@Override
				public void giveBack() {
					CountingQueue.this.settled.add("given back");
				}

			});
		}

		@Override
		public void update(SessionStartLimit limit) {
		}

	}

}
