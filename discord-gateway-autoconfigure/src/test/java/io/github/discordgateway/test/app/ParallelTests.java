package io.github.discordgateway.test.app;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.LiveMember;
import io.github.discordgateway.test.GatewayTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestContextManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that tests that share a simulator run one after the other, or are refused.
 */
class ParallelTests {

	private static final AtomicInteger RUNNING = new AtomicInteger();

	private static final AtomicInteger MOST = new AtomicInteger();

	@Test
	void theyRunOneAfterTheOther() {
		Map<String, TestExecutionResult> results = KitRun.of(Map.of("junit.jupiter.execution.parallel.enabled", "true",
				"junit.jupiter.execution.parallel.mode.default", "concurrent",
				"junit.jupiter.execution.parallel.config.strategy", "fixed",
				"junit.jupiter.execution.parallel.config.fixed.parallelism", "4"), First.class, Second.class);
		assertThat(results).containsOnlyKeys("one()", "two()", "three()", "four()");
		assertThat(results.values())
			.allSatisfy((result) -> assertThat(result.getStatus()).as(result.toString()).isEqualTo(Status.SUCCESSFUL));
		assertThat(MOST).hasValue(1);
	}

	@Test
	void whereNothingKeepsThemApartTheyAreRefused() throws Exception {
		TestContextManager first = new TestContextManager(First.class);
		TestContextManager second = new TestContextManager(Second.class);
		First one = new First();
		Second three = new Second();
		Method oneMethod = First.class.getDeclaredMethod("one");
		Method threeMethod = Second.class.getDeclaredMethod("three");
		first.prepareTestInstance(one);
		first.beforeTestMethod(one, oneMethod);
		CompletableFuture<Void> other = CompletableFuture.runAsync(() -> run(() -> {
			second.prepareTestInstance(three);
			try {
				second.beforeTestMethod(three, threeMethod);
			}
			finally {
				second.afterTestMethod(three, threeMethod, null);
			}
		}));
		assertThatExceptionOfType(CompletionException.class).isThrownBy(other::join)
			.withMessageContaining("Second.three cannot run while First.one does")
			.withMessageContaining("SAME_THREAD");
		first.afterTestMethod(one, oneMethod, null);
		second.beforeTestMethod(three, threeMethod);
		second.afterTestMethod(three, threeMethod, null);
	}

	private static void run(Step step) {
		try {
			step.run();
		}
		catch (Exception ex) {
			throw new CompletionException(ex);
		}
	}

	private interface Step {

		void run() throws Exception;

	}

	@GatewayTest(value = Answers.class, properties = { "discord.gateway.intents=guilds,guild-messages,message-content",
			"discord.gateway.simulator.timeout=50s" })
	abstract static class Sample {

		@Autowired
		private GatewaySimulator simulator;

		@BeforeEach
		void begins() {
			MOST.accumulateAndGet(RUNNING.incrementAndGet(), Math::max);
		}

		@AfterEach
		void ends() {
			RUNNING.decrementAndGet();
		}

		void answers() {
			LiveMember alice = this.simulator.guild("garden").member("alice");
			alice.says("!ping");
			assertThat(alice.expectMessage().content()).isEqualTo("pong");
			this.simulator.expectNoMessage(alice.channelId());
		}

	}

	static class First extends Sample {

		@Test
		void one() {
			answers();
		}

		@Test
		void two() {
			answers();
		}

	}

	static class Second extends Sample {

		@Test
		void three() {
			answers();
		}

		@Test
		void four() {
			answers();
		}

	}

}
