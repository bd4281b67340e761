package io.github.discordgateway.autoconfigure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.github.discordgateway.actuate.observation.DefaultGatewayObservationConvention;
import io.github.discordgateway.actuate.observation.GatewayListenerObservationContext;
import io.github.discordgateway.actuate.observation.GatewayObservation;
import io.github.discordgateway.actuate.observation.ObservingListenerInterceptor;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.micrometer.common.KeyValue;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationRegistryCustomizer;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The observations of an application that the simulator drives.
 */
class GatewayObservationTests {

	private SimulatedBot bot;

	@AfterEach
	void close() {
		this.bot.close();
	}

	private void run(Class<?> application, String... more) {
		this.bot = new SimulatedBot(GatewaySimulator.builder().guildsPerShard(1), WebApplicationType.NONE, application,
				more)
			.ready();
	}

	private List<GatewayListenerObservationContext> observed(int count) {
		Recorder recorder = this.bot.context.getBean(Recorder.class);
		SimulatedBot.eventually().until(() -> recorder.stopped.size() >= count);
		return List.copyOf(recorder.stopped);
	}

	@Test
	void eachCallIsObservedWithTheDocumentedKeys() {
		run(Bot.class);
		this.bot.simulator.dispatch(0, "TYPING_START", "{\"user_id\":\"1\",\"guild_id\":\"1\"}");
		this.bot.say(0, 1, "plain");
		this.bot.say(0, 1, "fail");
		List<GatewayListenerObservationContext> observed = observed(2);
		assertThat(observed).as("nobody handles TYPING_START").hasSize(2);
		assertThat(observed).allSatisfy((context) -> {
			assertThat(context.getName()).isEqualTo("discord.gateway.listener");
			assertThat(context.getContextualName()).startsWith("MESSAGE_CREATE ");
			assertThat(context.getLowCardinalityKeyValues()).extracting(KeyValue::getKey)
				.containsExactlyInAnyOrder(keys(GatewayObservation.LISTENER.getLowCardinalityKeyNames()));
			assertThat(context.getHighCardinalityKeyValues()).extracting(KeyValue::getKey)
				.containsExactlyInAnyOrder(keys(GatewayObservation.LISTENER.getHighCardinalityKeyNames()));
		});
		assertThat(observed).extracting((context) -> context.getLowCardinalityKeyValue("outcome").getValue())
			.containsExactly("success", "failure");
		assertThat(observed.get(1).getError()).hasMessage("as told");
		assertThat(this.bot.context.getBean(MeterRegistry.class).get("discord.gateway.listener").timers()).isNotEmpty();
	}

	private static String[] keys(KeyName[] names) {
		return Stream.of(names).map(KeyName::asString).toArray(String[]::new);
	}

	@Test
	void theObservationIsCurrentInTheListener() {
		run(Bot.class);
		this.bot.say(0, 1, "plain");
		GatewayListenerObservationContext context = observed(1).get(0);
		assertThat(this.bot.context.getBean(Bot.class).current).singleElement()
			.satisfies((current) -> assertThat(current.getContext()).isSameAs(context));
	}

	@Test
	void theObservationIsInTheReactorContextAndEndsWithThePublisher() {
		run(ReactiveBot.class);
		this.bot.say(0, 1, "plain");
		GatewayListenerObservationContext context = observed(1).get(0);
		assertThat(this.bot.context.getBean(ReactiveBot.class).current).singleElement()
			.satisfies((current) -> assertThat(current.getContext()).isSameAs(context));
	}

	@Test
	void aConventionReplacesTheDefault() {
		run(ConventionBot.class);
		this.bot.say(0, 1, "plain");
		assertThat(observed(1).get(0).getName()).isEqualTo("my.bot");
	}

	@Test
	void withoutAnyoneWhoTracesThereAreNone() {
		run(Untraced.class);
		assertThat(this.bot.context.getBeansOfType(ObservingListenerInterceptor.class)).isEmpty();
		this.bot.say(0, 1, "plain");
		MeterRegistry meters = this.bot.context.getBean(MeterRegistry.class);
		SimulatedBot.eventually()
			.untilAsserted(
					() -> assertThat(meters.get("discord.gateway.listener.time").tag("outcome", "success").timer())
						.extracting(Timer::count)
						.isEqualTo(1L));
		assertThat(meters.find("discord.gateway.listener").timers()).isEmpty();
	}

	@Test
	void thePropertyAsksForThem() {
		run(Untraced.class, "--discord.gateway.observations.enabled=true");
		this.bot.say(0, 1, "plain");
		MeterRegistry meters = this.bot.context.getBean(MeterRegistry.class);
		SimulatedBot.eventually()
			.untilAsserted(() -> assertThat(meters.find("discord.gateway.listener").timers()).isNotEmpty());
	}

	@Test
	void thePropertyRefusesThem() {
		run(Bot.class, "--discord.gateway.observations.enabled=false");
		assertThat(this.bot.context.getBeansOfType(ObservingListenerInterceptor.class)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(classes = { OwnRegistry.class, OwnCustomizer.class, ConventionOnly.class })
	void whoeverMayTraceGetsThem(Class<?> application) {
		run(application);
		assertThat(this.bot.context.getBeansOfType(ObservingListenerInterceptor.class)).hasSize(1);
	}

	@Test
	void observationsCanBeSwitchedOff() {
		run(Bot.class, "--management.observations.enable.discord.gateway.listener=false");
		this.bot.say(0, 1, "plain");
		Bot handled = this.bot.context.getBean(Bot.class);
		SimulatedBot.eventually().until(() -> handled.calls.size() == 1);
		assertThat(this.bot.context.getBean(Recorder.class).stopped).isEmpty();
		assertThat(handled.current).isEmpty();
	}

	/** Keeps what was observed. */
	static final class Recorder implements ObservationHandler<GatewayListenerObservationContext> {

		private final List<GatewayListenerObservationContext> stopped = new CopyOnWriteArrayList<>();

		@Override
		public void onStop(GatewayListenerObservationContext context) {
			this.stopped.add(context);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context instanceof GatewayListenerObservationContext;
		}

	}

	@TestBot
	static class Bot {

		private final List<Observation> current = new CopyOnWriteArrayList<>();

		private final List<String> calls = new CopyOnWriteArrayList<>();

		private final ObservationRegistry registry;

		Bot(ObservationRegistry registry) {
			this.registry = registry;
		}

		@Bean
		static Recorder recorder() {
			return new Recorder();
		}

		@GatewayListener
		void onMessage(MessageCreate event) {
			Observation observation = this.registry.getCurrentObservation();
			if (observation != null && !observation.isNoop()) {
				this.current.add(observation);
			}
			this.calls.add(event.message().content());
			if (event.message().content().equals("fail")) {
				throw new IllegalStateException("as told");
			}
		}

	}

	@TestBot
	static class Untraced {

		@GatewayListener
		void onMessage(MessageCreate event) {
			assertThat(event.message().content()).isEqualTo("plain");
		}

	}

	@TestBot
	static class OwnRegistry {

		@Bean
		static ObservationRegistry registry() {
			return ObservationRegistry.create();
		}

	}

	@TestBot
	static class OwnCustomizer {

		@Bean
		static ObservationRegistryCustomizer<ObservationRegistry> customizer() {
			return (registry) -> registry.observationConfig().observationHandler(new Recorder());
		}

	}

	@TestBot
	static class ConventionOnly {

		@Bean
		static DefaultGatewayObservationConvention convention() {
			return new DefaultGatewayObservationConvention();
		}

	}

	@TestBot
	static class ReactiveBot {

		private final List<Observation> current = new CopyOnWriteArrayList<>();

		@Bean
		static Recorder recorder() {
			return new Recorder();
		}

		@GatewayListener
		Mono<Void> onMessage(MessageCreate event) {
			return Mono.deferContextual((context) -> {
				this.current.add(context.get(ObservationThreadLocalAccessor.KEY));
				return Mono.empty();
			});
		}

	}

	@TestBot
	static class ConventionBot {

		@Bean
		static Recorder recorder() {
			return new Recorder();
		}

		@Bean
		static DefaultGatewayObservationConvention convention() {
			return new DefaultGatewayObservationConvention() {

				@Override
				public String getName() {
					return "my.bot";
				}

			};
		}

		@GatewayListener
		void onMessage(MessageCreate event) {
			assertThat(event.message().content()).isEqualTo("plain");
		}

	}

}
