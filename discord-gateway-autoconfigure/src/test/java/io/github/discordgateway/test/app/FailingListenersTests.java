package io.github.discordgateway.test.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.LiveMember;
import io.github.discordgateway.test.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that a listener that fails fails the test in which it does, and no other one.
 */
class FailingListenersTests {

	@Test
	void aFailureFailsItsTestUnlessItWasExpected() {
		Map<String, TestExecutionResult> results = KitRun.of(Map.of(), Sample.class);
		assertThat(results).containsOnlyKeys("isNotExpected()", "isNotExpectedAsync()", "isExpected()",
				"isToldByAwaitHandled()", "isToldByOtherExpectations()", "isNone()");
		assertThat(results.get("isNotExpected()").getThrowable().orElseThrow()).isInstanceOf(AssertionError.class)
			.hasMessageContaining("Breaking.onMessage")
			.hasMessageContaining("MESSAGE_CREATE")
			.hasMessageContaining("expectFailure")
			.hasCauseInstanceOf(IllegalStateException.class);
		assertThat(results.get("isNotExpectedAsync()").getThrowable().orElseThrow())
			.hasCauseInstanceOf(UncheckedIOException.class);
		assertThat(results.entrySet().stream().filter((entry) -> !entry.getKey().startsWith("isNotExpected")))
			.allSatisfy((entry) -> assertThat(entry.getValue().getStatus()).as(entry.toString())
				.isEqualTo(Status.SUCCESSFUL));
	}

	@GatewayTest(value = Breaking.class, properties = { "discord.gateway.intents=guilds,guild-messages,message-content",
			"discord.gateway.simulator.timeout=50s" })
	static class Sample {

		@Autowired
		private GatewaySimulator simulator;

		private LiveMember alice() {
			return this.simulator.guild("garden").member("alice");
		}

		@Test
		void isNotExpected() {
			alice().says("throw");
		}

		@Test
		void isNotExpectedAsync() {
			alice().says("end");
		}

		@Test
		void isExpected() {
			alice().says("throw");
			assertThat(this.simulator.expectFailure(IllegalStateException.class)).hasMessage("thrown");
			alice().says("end");
			assertThat(this.simulator.expectFailure(IOException.class)).hasMessage("ended");
			this.simulator.awaitHandled();
		}

		@Test
		void isToldByAwaitHandled() {
			alice().says("throw");
			alice().says("end");
			assertThatExceptionOfType(AssertionError.class).isThrownBy(this.simulator::awaitHandled)
				.withMessageContaining("thrown")
				.withMessageContaining("ended")
				.satisfies((error) -> assertThat(error.getSuppressed()).hasSize(1));
		}

		@Test
		void isToldByOtherExpectations() {
			alice().says("throw");
			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> this.simulator.expectNoMessage(alice().channelId()))
				.withMessageContaining("thrown");
		}

		@Test
		void isNone() {
			alice().says("hello");
		}

	}

	static class Breaking {

		@GatewayListener
		Mono<Void> onMessage(MessageCreate event) {
			return switch (event.message().content()) {
				case "throw" -> throw new IllegalStateException("thrown");
				case "end" -> Mono.error(new UncheckedIOException(new IOException("ended")));
				default -> Mono.empty();
			};
		}

	}

}
