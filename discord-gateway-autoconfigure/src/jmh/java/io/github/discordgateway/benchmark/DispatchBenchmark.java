package io.github.discordgateway.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.internal.codec.LazyEvents;
import io.github.discordgateway.internal.dispatch.EventDispatcher;
import io.github.discordgateway.internal.dispatch.LoggingErrorHandler;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.protocol.FrameReader;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import io.github.discordgateway.listener.DispatchOrdering;
import io.github.discordgateway.listener.EventForm;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.EventInterest;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.listener.GatewayListenerAnnotationBeanPostProcessor;
import io.github.discordgateway.listener.GatewayListenerRegistry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;

/**
 * What it costs from a decoded event to a handler that does nothing: through the
 * dispatcher, with its lane, its counts and its acknowledgement, against a direct call,
 * Spring's application events, and a hop through a sink of Reactor. One thread does it
 * all, so that nothing but the way is measured: what would run on another thread waits in
 * a queue that is emptied after each event. Each event finds its lane empty, which is the
 * dearest case.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DispatchBenchmark {

	private static final ShardId SHARD = new ShardId(0, 1);

	private static final Runnable UNTRACKED = () -> {
	};

	private static final String MESSAGE = "{\"t\":\"MESSAGE_CREATE\",\"s\":1,\"op\":0,\"d\":{\"id\":\"1\","
			+ "\"guild_id\":\"2\",\"channel_id\":\"3\",\"content\":\"!ping\","
			+ "\"author\":{\"id\":\"4\",\"username\":\"alice\"}}}";

	private final JsonMapper mapper = GatewayJsonMapper.builder().build();

	private final EventDecoder decoder = new EventDecoder(this.mapper);

	private final HandRun executor = new HandRun();

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final Sinks.Many<MessageCreate> sink = Sinks.many().unicast().onBackpressureBuffer();

	private Frame frame;

	private MessageCreate event;

	private Listener listener;

	private AnnotatedListener annotatedListener;

	private EventDispatcher plain;

	private EventDispatcher annotated;

	@Setup
	public void setup(Blackhole blackhole) throws Exception {
		byte[] bytes = MESSAGE.getBytes(StandardCharsets.UTF_8);
		try (Frame read = new FrameReader(this.mapper).read(bytes, 0, bytes.length)) {
			this.event = (MessageCreate) this.decoder.decode(EventType.MESSAGE_CREATE, read);
		}
		this.frame = new FrameReader(this.mapper).read(bytes, 0, bytes.length);
		this.listener = new Listener(blackhole);
		this.annotatedListener = new AnnotatedListener(blackhole);
		this.plain = dispatcher();
		this.plain.setHandlers(List.of(this.listener));
		GatewayListenerRegistry registry = new GatewayListenerRegistry();
		this.context.registerBean(GatewayListenerAnnotationBeanPostProcessor.class,
				() -> new GatewayListenerAnnotationBeanPostProcessor(() -> registry,
						() -> new LazyEvents(this.decoder)));
		this.context.registerBean(AnnotatedListener.class, () -> this.annotatedListener);
		this.context.refresh();
		this.annotated = dispatcher();
		registry.observe(this.annotated::setHandlers);
		this.sink.asFlux().publishOn(Schedulers.fromExecutor(this.executor)).subscribe(this.annotatedListener::onMessage);
	}

	@TearDown
	public void close() {
		this.context.close();
	}

	private EventDispatcher dispatcher() {
		GatewayEvent decoded = this.event;
		return new EventDispatcher((type, ignored) -> decoded, this.executor, DispatchOrdering.GUILD, 10_000,
				new LoggingErrorHandler());
	}

	@Benchmark
	public void directCall() {
		this.annotatedListener.onMessage(this.event);
	}

	@Benchmark
	public void eventHandler() {
		this.plain.dispatch(SHARD, "session", this.frame, false, UNTRACKED);
		this.executor.runAll();
	}

	@Benchmark
	public void gatewayListener() {
		this.annotated.dispatch(SHARD, "session", this.frame, false, UNTRACKED);
		this.executor.runAll();
	}

	@Benchmark
	public void springEventListener() {
		this.context.publishEvent(this.event);
	}

	@Benchmark
	public void reactorSink() {
		this.sink.tryEmitNext(this.event);
		this.executor.runAll();
	}

	/** Does nothing with an event, in a method. */
	public static final class AnnotatedListener {

		private final Blackhole blackhole;

		AnnotatedListener(Blackhole blackhole) {
			this.blackhole = blackhole;
		}

		@GatewayListener
		@EventListener
		public void onMessage(MessageCreate message) {
			this.blackhole.consume(message);
		}

	}

	/** Does nothing with an event, as a handler. */
	public static final class Listener implements EventHandler {

		private static final EventInterest INTEREST = EventInterest.in(Set.of("MESSAGE_CREATE"), EventForm.TYPED);

		private final Blackhole blackhole;

		Listener(Blackhole blackhole) {
			this.blackhole = blackhole;
		}

		@Override
		public String id() {
			return "listener";
		}

		@Override
		public EventInterest interest() {
			return INTEREST;
		}

		@Override
		public void handle(EventEnvelope envelope) {
			this.blackhole.consume(envelope.event());
		}

	}

	/** Runs what it is given when it is told to. */
	private static final class HandRun implements Executor {

		private final Queue<Runnable> tasks = new ArrayDeque<>();

		@Override
		public void execute(Runnable task) {
			this.tasks.add(task);
		}

		void runAll() {
			Runnable task;
			while ((task = this.tasks.poll()) != null) {
				task.run();
			}
		}

	}

}
