package io.github.discordgateway.listener;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.event.RawEvent;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.internal.dispatch.EventDispatcher;
import io.github.discordgateway.internal.dispatch.LoggingErrorHandler;
import io.github.discordgateway.internal.protocol.Frame;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.retry.RetryPolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The way from a frame to the methods of a bean.
 */
class ListenerDispatchTests {

	private static final Runnable UNTRACKED = () -> {
	};

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final ShardId SHARD = new ShardId(0, 1);

	@Test
	@DisplayName("C50 a frame reaches all listeners in their order, off the thread that received it")
	void fromAFrameToTheMethods() {
		ExecutorService pool = Executors.newFixedThreadPool(2);
		try (var context = new AnnotationConfigApplicationContext(Beans.class)) {
			EventDispatcher dispatcher = dispatcher(pool);
			context.getBean(GatewayListenerRegistry.class).observe(dispatcher::setHandlers);
			dispatcher.dispatch(SHARD, TestEvents.SESSION,
					TestEvents.frame("MESSAGE_CREATE", 1, "{\"content\":\"hi\"}"), false, UNTRACKED);
			dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.frame("NOBODY_KNOWS", 2, "{\"answer\":42}"),
					false, UNTRACKED);
			dispatcher.dispatch(SHARD, TestEvents.SESSION, TestEvents.frame("MESSAGE_DELETE", 3, "{}"), false,
					UNTRACKED);
			dispatcher.drain().block(PATIENCE);
			Bot bot = context.getBean(Bot.class);
			assertThat(bot.calls).containsExactlyInAnyOrder("first hi", "second hi", "reactive hi", "tree 42")
				.containsSubsequence("first hi", "second hi", "reactive hi");
			assertThat(bot.threads).doesNotContain(Thread.currentThread());
			assertThat(dispatcher.statistics().counts("MESSAGE_DELETE").skipped()).isEqualTo(1);
		}
		finally {
			pool.shutdownNow();
		}
	}

	@Test
	@DisplayName("C50 a paused listener holds up no other, and gets in its order what waited")
	void pausedListenerGetsWhatWaitedInItsOrderAndIsNotCalledSlow() {
		ExecutorService pool = Executors.newFixedThreadPool(1);
		VirtualTimeScheduler time = VirtualTimeScheduler.create();
		try {
			EventDispatcher dispatcher = dispatcher(pool);
			GatewayListenerRegistry registry = new GatewayListenerRegistry(pool);
			List<String> calls = new CopyOnWriteArrayList<>();
			registry.listen("paused", MessageCreate.class, (event) -> calls.add("paused " + event.message().content()));
			registry.listen("other", MessageCreate.class, (event) -> calls.add("other " + event.message().content()));
			registry.observe(dispatcher::setHandlers);
			dispatcher.reportSlowHandlers(Duration.ofSeconds(30), time);
			registry.pause("paused");
			for (int guild = 1; guild <= 3; guild++) {
				for (int i = 1; i <= 3; i++) {
					dispatcher.dispatch(SHARD, TestEvents.SESSION, message(guild, i), false, UNTRACKED);
				}
			}
			// With one thread for three guilds: none of them holds it.
			await().atMost(PATIENCE).until(() -> dispatcher.statistics().handlers().get("paused").running() == 3);
			time.advanceTimeBy(Duration.ofHours(1));
			assertThat(dispatcher.statistics().slow()).isEmpty();
			await().atMost(PATIENCE).until(() -> calls.size() == 9);
			assertThat(calls).allMatch((call) -> call.startsWith("other"));
			assertThat(dispatcher.statistics().pending(SHARD)).isEqualTo(9);
			assertThat(dispatcher.statistics().pausedHandlers()).containsExactly(Map.entry("paused", 9));
			registry.resume("paused");
			dispatcher.drain().block(PATIENCE);
			assertThat(calls).hasSize(18);
			for (int guild = 1; guild <= 3; guild++) {
				String of = guild + "-";
				assertThat(calls).filteredOn((call) -> call.contains(of))
					.containsExactly("other " + of + 1, "other " + of + 2, "other " + of + 3, "paused " + of + 1,
							"paused " + of + 2, "paused " + of + 3);
			}
		}
		finally {
			pool.shutdownNow();
			time.dispose();
		}
	}

	@Test
	@DisplayName("C60 repeated calls have one limit together: one that blocks is interrupted, and the lane goes on")
	void repeatedCallThatBlocksIsGivenUp() {
		ExecutorService pool = Executors.newFixedThreadPool(2);
		VirtualTimeScheduler time = VirtualTimeScheduler.create();
		try {
			ListenerRunner.of(Retried.class, Policy.class).run((context) -> {
				Retried bot = context.getBean(Retried.class);
				EventDispatcher dispatcher = dispatcher(pool);
				ListenerRunner.registry(context).observe(dispatcher::setHandlers);
				dispatcher.giveUpHandlers(Duration.ofMinutes(15), time);
				dispatcher.dispatch(SHARD, TestEvents.SESSION, message(1, 1), false, UNTRACKED);
				dispatcher.dispatch(SHARD, TestEvents.SESSION, message(1, 2), false, UNTRACKED);
				await().atMost(PATIENCE).until(() -> bot.calls.size() == 2);
				time.advanceTimeBy(Duration.ofMinutes(20));
				dispatcher.drain().block(PATIENCE);
				await().atMost(PATIENCE).until(() -> bot.interrupted.getCount() == 0);
				assertThat(bot.calls).containsExactly("1-1", "1-1", "1-2");
				assertThat(dispatcher.statistics().handlers().get("retried").failed()).isEqualTo(1);
			});
		}
		finally {
			pool.shutdownNow();
			time.dispose();
		}
	}

	@Test
	void eventThatTheConditionKeepsAwayIsNoCall() {
		ExecutorService pool = Executors.newFixedThreadPool(1);
		try {
			ListenerRunner.of(Conditional.class).run((context) -> {
				EventDispatcher dispatcher = dispatcher(pool);
				ListenerRunner.registry(context).observe(dispatcher::setHandlers);
				dispatcher.dispatch(SHARD, TestEvents.SESSION, message(1, 1), false, UNTRACKED);
				dispatcher.dispatch(SHARD, TestEvents.SESSION, message(1, 2), false, UNTRACKED);
				dispatcher.drain().block(PATIENCE);
				assertThat(context.getBean(Conditional.class).calls).containsExactly("1-2");
				assertThat(dispatcher.statistics().handlers().get("conditional").calls()).isEqualTo(1);
			});
		}
		finally {
			pool.shutdownNow();
		}
	}

	@Test
	void stoppedListenerCostsNoDecoding() {
		ExecutorService pool = Executors.newFixedThreadPool(1);
		try {
			EventDispatcher dispatcher = dispatcher(pool);
			GatewayListenerRegistry registry = new GatewayListenerRegistry(pool);
			List<String> calls = new CopyOnWriteArrayList<>();
			registry.observe(dispatcher::setHandlers);
			registry.listen("bot", MessageCreate.class, (event) -> calls.add(event.message().content()));
			registry.stop("bot");
			dispatcher.dispatch(SHARD, TestEvents.SESSION, message(1, 1), false, UNTRACKED);
			assertThat(dispatcher.statistics().counts("MESSAGE_CREATE").skipped()).isEqualTo(1);
			registry.start("bot");
			dispatcher.dispatch(SHARD, TestEvents.SESSION, message(1, 2), false, UNTRACKED);
			dispatcher.drain().block(PATIENCE);
			assertThat(calls).containsExactly("1-2");
		}
		finally {
			pool.shutdownNow();
		}
	}

	private static EventDispatcher dispatcher(ExecutorService pool) {
		return new EventDispatcher(new EventDecoder(TestEvents.MAPPER)::decode, pool, DispatchOrdering.GUILD, 100,
				new LoggingErrorHandler());
	}

	private static Frame message(int guild, int number) {
		return TestEvents.frame("MESSAGE_CREATE", number,
				"{\"guild_id\":\"" + guild + "\",\"content\":\"" + guild + "-" + number + "\"}");
	}

	static class Policy {

		@Bean
		RetryPolicy threeTimes() {
			return RetryPolicy.builder().maxRetries(3).delay(Duration.ofMillis(1)).build();
		}

	}

	static class Retried {

		private final List<String> calls = new CopyOnWriteArrayList<>();

		private final CountDownLatch interrupted = new CountDownLatch(1);

		@GatewayListener(id = "retried", retryPolicy = "threeTimes")
		void on(MessageCreate event) throws Exception {
			String content = event.message().content();
			this.calls.add(content);
			if (this.calls.size() == 1) {
				throw new IllegalStateException("again");
			}
			if (content.equals("1-1")) {
				try {
					new CountDownLatch(1).await();
				}
				catch (InterruptedException ex) {
					this.interrupted.countDown();
					throw ex;
				}
			}
		}

	}

	static class Conditional {

		private final List<String> calls = new CopyOnWriteArrayList<>();

		@GatewayListener(id = "conditional", condition = "#event.message.content == '1-2'")
		void on(MessageCreate event) {
			this.calls.add(event.message().content());
		}

	}

	static class Bot {

		private final List<String> calls = new CopyOnWriteArrayList<>();

		private final List<Thread> threads = new CopyOnWriteArrayList<>();

		@GatewayListener
		@Order(3)
		Mono<Void> reactive(MessageCreate event) {
			return Mono.fromRunnable(() -> add("reactive " + event.message().content()));
		}

		@GatewayListener
		@Order(1)
		void first(MessageCreate event) {
			add("first " + event.message().content());
		}

		@GatewayListener
		@Order(2)
		void second(MessageCreate event, RawEvent raw) {
			add("second " + event.message().content());
		}

		@GatewayListener("NOBODY_KNOWS")
		void tree(JsonNode body) {
			add("tree " + body.get("answer").asInt());
		}

		private void add(String call) {
			this.calls.add(call);
			this.threads.add(Thread.currentThread());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Beans {

		@Bean
		static GatewayListenerAnnotationBeanPostProcessor postProcessor(
				ObjectProvider<GatewayListenerRegistry> registry) {
			return new GatewayListenerAnnotationBeanPostProcessor(registry::getObject, () -> TestEvents.LAZY);
		}

		@Bean
		GatewayListenerRegistry registry() {
			return new GatewayListenerRegistry();
		}

		@Bean
		Bot bot() {
			return new Bot();
		}

	}

}
