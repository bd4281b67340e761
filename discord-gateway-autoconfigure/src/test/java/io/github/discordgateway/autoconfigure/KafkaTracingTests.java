package io.github.discordgateway.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.discordgateway.RelayStatistics;
import io.github.discordgateway.actuate.observation.GatewayObservation;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The way of an event through two processes as one trace, and what becomes of a trace
 * when Kafka fails.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KafkaTracingTests {

	private final KafkaBroker kafka = KafkaBroker.get();

	private final String topic = KafkaBroker.name("events");

	private SimulatedBot gateway(Class<?> bot, String... more) {
		List<String> arguments = new ArrayList<>(List.of("--discord.gateway.role=gateway",
				"--discord.gateway.relay=kafka", "--discord.gateway.relay.topic=" + this.topic,
				"--discord.gateway.relay.partitions=2", "--spring.kafka.bootstrap-servers=" + this.kafka.address()));
		arguments.addAll(List.of(more));
		return new SimulatedBot(GatewaySimulator.builder().guildsPerShard(0), WebApplicationType.NONE, bot,
				arguments.toArray(String[]::new))
			.ready();
	}

	private ConfigurableApplicationContext worker(String... more) {
		List<String> arguments = new ArrayList<>(
				List.of("--discord.gateway.role=worker", "--discord.gateway.relay=kafka",
						"--discord.gateway.relay.topic=" + this.topic, "--discord.gateway.relay.group=" + this.topic,
						"--spring.kafka.bootstrap-servers=" + this.kafka.address(), "--spring.main.banner-mode=off"));
		arguments.addAll(List.of(more));
		return new SpringApplicationBuilder(TracedBot.class).web(WebApplicationType.NONE)
			.run(arguments.toArray(String[]::new));
	}

	private static String message(long id, String content) {
		return """
				{"id":"%d","channel_id":"2","guild_id":"1","content":"%s","author":{"id":"4","username":"a"}}"""
			.formatted(id, content);
	}

	private static SpanData span(Collection<SpanData> spans, String name) {
		return spans.stream().filter((span) -> span.getName().startsWith(name)).findFirst().orElseThrow();
	}

	@Test
	@DisplayName("D27 One trace leads from the shard's receipt over Kafka to the listener")
	void oneTrace() {
		try (SimulatedBot gateway = gateway(TracedBot.class,
				"--discord.gateway.relay.events.include=message-create,typing-start");
				ConfigurableApplicationContext worker = worker()) {
			gateway.simulator.dispatch(0, "TYPING_START", "{\"channel_id\":\"9\",\"guild_id\":\"1\"}");
			gateway.simulator.dispatch(0, "MESSAGE_CREATE", message(7, "hello"));
			Spans listened = worker.getBean(Spans.class);
			Spans relayed = gateway.context.getBean(Spans.class);
			SimulatedBot.eventually().until(() -> listened.ended().size() == 2 && relayed.ended().size() == 4);
			SpanData listener = span(listened.ended(), "MESSAGE_CREATE ");
			SpanData received = listened.ended()
				.stream()
				.filter((span) -> span.getKind() == SpanKind.CONSUMER)
				.findFirst()
				.orElseThrow();
			assertThat(received.getName()).as("nobody listens to TYPING_START").contains(this.topic);
			SpanData sent = relayed.ended()
				.stream()
				.filter((span) -> span.getSpanId().equals(received.getParentSpanId()))
				.findFirst()
				.orElseThrow();
			SpanData receipt = span(relayed.ended(), "MESSAGE_CREATE relay");
			assertThat(sent.getKind()).isEqualTo(SpanKind.PRODUCER);
			assertThat(listener.getParentSpanId()).isEqualTo(received.getSpanId());
			assertThat(sent.getParentSpanId()).isEqualTo(receipt.getSpanId());
			assertThat(receipt.getParentSpanContext().isValid()).as("begins the trace").isFalse();
			assertThat(List.of(listener, received, sent, receipt)).extracting(SpanData::getTraceId)
				.containsOnly(receipt.getTraceId());
			for (KeyName[] names : List.of(GatewayObservation.RELAY.getLowCardinalityKeyNames(),
					GatewayObservation.RELAY.getHighCardinalityKeyNames())) {
				for (KeyName name : names) {
					assertThat(receipt.getAttributes().get(AttributeKey.stringKey(name.asString()))).isNotEmpty();
				}
			}
		}
	}

	@Test
	@DisplayName("D26 D27 What a listener fails on is in the dead letter topic with the trace that it came with")
	void deadLetter() {
		String deadLetters = KafkaBroker.name("dead-letters");
		this.kafka.createTopic(deadLetters, 1);
		try (SimulatedBot gateway = gateway(TracedBot.class, "--discord.gateway.relay.events.include=message-create");
				ConfigurableApplicationContext worker = worker(
						"--discord.gateway.relay.dead-letter-topic=" + deadLetters)) {
			gateway.simulator.dispatch(0, "MESSAGE_CREATE", message(7, "fail"));
			List<ConsumerRecord<byte[], byte[]>> dead = this.kafka.read(deadLetters, 1);
			Spans relayed = gateway.context.getBean(Spans.class);
			SimulatedBot.eventually().until(() -> relayed.ended().size() == 2);
			String trace = span(relayed.ended(), "MESSAGE_CREATE relay").getTraceId();
			assertThat(dead).singleElement().satisfies((record) -> {
				assertThat(record.headers().headers("traceparent")).hasSize(1);
				assertThat(new String(record.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8))
					.contains(trace);
			});
			Spans listened = worker.getBean(Spans.class);
			SimulatedBot.eventually()
				.untilAsserted(() -> assertThat(listened.ended()).hasSize(3)
					.extracting(SpanData::getTraceId)
					.containsOnly(trace));
		}
	}

	@Test
	@DisplayName("D21 D27 What is sent again goes on in its trace: nothing is missing, order is kept")
	void sentAgain() {
		try (SimulatedBot gateway = gateway(FailingProducerBot.class,
				"--discord.gateway.relay.events.include=message-create")) {
			for (int id = 1; id <= 300; id++) {
				gateway.simulator.dispatch(0, "MESSAGE_CREATE", message(id, "again"));
			}
			RelayStatistics statistics = gateway.context.getBean(RelayStatistics.class);
			SimulatedBot.eventually().until(() -> statistics.relayed() == 300);
			assertThat(gateway.context.getBean(FailingProducerBot.class).producers.get()).isGreaterThan(1);
			List<Long> sequences = new ArrayList<>();
			for (ConsumerRecord<byte[], byte[]> record : KafkaBroker.readAll(this.kafka.address(), this.topic)) {
				assertThat(record.headers().headers("traceparent")).hasSize(1);
				long sequence = Long.parseLong(
						new String(record.headers().lastHeader("discord-sequence").value(), StandardCharsets.UTF_8));
				// What comes a second time is what whoever reads knows by now.
				if (!sequences.contains(sequence)) {
					sequences.add(sequence);
				}
			}
			assertThat(sequences).hasSize(300).isSorted();
		}
	}

	@TestBot
	@Import(Tracing.class)
	static class TracedBot {

		@GatewayListener
		void onMessage(MessageCreate event) {
			if (event.message().content().equals("fail")) {
				throw new IllegalStateException("on purpose");
			}
		}

	}

	/** Its producers break off again and again, as when they have lost their place. */
	@TestBot
	@Import(Tracing.class)
	static class FailingProducerBot {

		private static final int EACH = 40;

		final AtomicInteger producers = new AtomicInteger();

		@Bean
		DefaultKafkaProducerFactoryCustomizer breaksOff() {
			return (factory) -> factory.addPostProcessor((producer) -> breaksOff(producer));
		}

		@SuppressWarnings("unchecked")
		private <K, V> Producer<K, V> breaksOff(Producer<K, V> producer) {
			boolean first = this.producers.getAndIncrement() < 5;
			AtomicInteger sent = new AtomicInteger();
			ProxyFactory proxy = new ProxyFactory(producer);
			proxy.setInterfaces(Producer.class);
			proxy.addAdvice((org.aopalliance.intercept.MethodInterceptor) (call) -> {
				if (call.getMethod().getName().equals("send") && first && sent.incrementAndGet() >= EACH) {
					Callback callback = (Callback) call.getArguments()[1];
					call.getArguments()[1] = (Callback) (metadata, failure) -> callback.onCompletion(null,
							(failure != null) ? failure : new OutOfOrderSequenceException("on purpose"));
				}
				return call.proceed();
			});
			return (Producer<K, V>) proxy.getProxy();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Tracing {

		@Bean
		Spans spans() {
			return new Spans();
		}

		@Bean
		SdkTracerProvider tracerProvider(Spans spans) {
			return SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(spans)).build();
		}

		/** As Boot's support of Micrometer Tracing has them. */
		@Bean
		ObservationHandler<?> tracing(SdkTracerProvider provider) {
			io.opentelemetry.api.trace.Tracer tracer = provider.get("test");
			Tracer bridge = new OtelTracer(tracer, new OtelCurrentTraceContext(), (event) -> {
			});
			OtelPropagator propagator = new OtelPropagator(
					ContextPropagators.create(W3CTraceContextPropagator.getInstance()), tracer);
			return new ObservationHandler.FirstMatchingCompositeObservationHandler(
					new PropagatingReceiverTracingObservationHandler<>(bridge, propagator),
					new PropagatingSenderTracingObservationHandler<>(bridge, propagator),
					new DefaultTracingObservationHandler(bridge));
		}

	}

	/** The spans that have come to their end. */
	static final class Spans implements SpanExporter {

		private final List<SpanData> ended = new CopyOnWriteArrayList<>();

		/** Without requests to Discord, which are traced, too. */
		List<SpanData> ended() {
			return this.ended.stream().filter((span) -> span.getKind() != SpanKind.CLIENT).toList();
		}

		@Override
		public CompletableResultCode export(Collection<SpanData> spans) {
			this.ended.addAll(spans);
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode flush() {
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode shutdown() {
			return CompletableResultCode.ofSuccess();
		}

	}

}
