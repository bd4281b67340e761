package io.github.discordgateway.listener;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.github.discordgateway.dispatch.DispatchOrdering;
import io.github.discordgateway.dispatch.EventDispatcher;
import io.github.discordgateway.dispatch.LoggingErrorHandler;
import io.github.discordgateway.event.EventDecoder;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.event.RawEvent;
import io.github.discordgateway.protocol.ShardId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The way from a frame to the methods of a bean.
 */
class ListenerDispatchTests {

	private static final Runnable UNTRACKED = () -> {
	};

	private static final ShardId SHARD = new ShardId(0, 1);

	@Test
	@DisplayName("C50 a frame reaches all listeners in their order, off the thread that received it")
	void fromAFrameToTheMethods() {
		ExecutorService pool = Executors.newFixedThreadPool(2);
		try (var context = new AnnotationConfigApplicationContext(Beans.class)) {
			EventDispatcher dispatcher = new EventDispatcher(new EventDecoder(TestEvents.MAPPER)::decode, pool,
					DispatchOrdering.GUILD, 100, new LoggingErrorHandler());
			context.getBean(GatewayListenerRegistry.class).observe(dispatcher::setHandlers);
			dispatcher.dispatch(SHARD, TestEvents.frame("MESSAGE_CREATE", 1, "{\"content\":\"hi\"}"), false, UNTRACKED);
			dispatcher.dispatch(SHARD, TestEvents.frame("NOBODY_KNOWS", 2, "{\"answer\":42}"), false, UNTRACKED);
			dispatcher.dispatch(SHARD, TestEvents.frame("MESSAGE_DELETE", 3, "{}"), false, UNTRACKED);
			dispatcher.drain().block(Duration.ofSeconds(10));
			Bot bot = context.getBean(Bot.class);
			assertThat(bot.calls).containsExactly("first hi", "second hi", "reactive hi", "tree 42");
			assertThat(bot.threads).doesNotContain(Thread.currentThread());
			assertThat(dispatcher.statistics().counts("MESSAGE_DELETE").skipped()).isEqualTo(1);
		}
		finally {
			pool.shutdownNow();
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
