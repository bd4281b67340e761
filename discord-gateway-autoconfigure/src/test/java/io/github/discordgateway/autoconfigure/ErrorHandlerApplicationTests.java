package io.github.discordgateway.autoconfigure;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.listener.GatewayErrorHandler;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.simulator.GatewaySimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which {@link GatewayErrorHandler} is told about the failures of which listener.
 */
@ExtendWith(OutputCaptureExtension.class)
class ErrorHandlerApplicationTests {

	private static final String LOGGED = "failed on MESSAGE_CREATE";

	private static final List<String> calls = new CopyOnWriteArrayList<>();

	ErrorHandlerApplicationTests() {
		calls.clear();
	}

	@Test
	void theOnlyOneIsForAllAndMayNeedTheGateway() {
		runAndFail(OnlyOne.class, () -> calls.size() == 1);
		assertThat(calls).containsExactly("alarms on 1 shards: common");
	}

	@Test
	void theOnlyOneIsForTheListenerThatNamesIt(CapturedOutput output) {
		runAndFail(Named.class, () -> calls.size() == 1 && output.getOut().contains(LOGGED));
		assertThat(calls).containsExactly("alarms: own");
		assertThat(output).containsOnlyOnce(LOGGED);
	}

	@Test
	void thePrimaryOneIsForAllEvenWhenAListenerNamesIt(CapturedOutput output) {
		runAndFail(PrimaryOne.class, () -> calls.size() == 2);
		assertThat(calls).containsExactlyInAnyOrder("alarms: own", "alarms: common");
		assertThat(output).doesNotContain(LOGGED);
	}

	@Test
	void severalAreForTheListenersThatNameThem(CapturedOutput output) {
		runAndFail(Several.class, () -> calls.size() == 1 && output.getOut().contains(LOGGED));
		assertThat(calls).containsExactly("alarms: own");
	}

	private static void runAndFail(Class<?> bot, Callable<Boolean> told) {
		try (BotRunner runner = BotRunner.run(bot, "simulator.enabled=true",
				"intents=guilds,guild-messages,message-content")) {
			runner.awaitReady().context().getBean(GatewaySimulator.class).guild("garden").member("alice").says("hi");
			BotRunner.await().until(told);
		}
	}

	private static GatewayErrorHandler handler(String name) {
		return (error, envelope, handler) -> calls.add(name + ": " + error.getMessage());
	}

	static class Common {

		@GatewayListener
		void common(MessageCreate event) {
			throw new IllegalStateException("common");
		}

	}

	static class Own extends Common {

		@GatewayListener(errorHandler = "alarms")
		void own(MessageCreate event) {
			throw new IllegalStateException("own");
		}

	}

	@TestBot
	static class OnlyOne extends Common {

		@Bean
		GatewayErrorHandler alarms(Gateway gateway) {
			return (error, envelope, handler) -> calls
				.add("alarms on " + gateway.shards().size() + " shards: " + error.getMessage());
		}

	}

	@TestBot
	static class Named extends Own {

		@Bean
		GatewayErrorHandler alarms() {
			return handler("alarms");
		}

	}

	@TestBot
	static class PrimaryOne extends Own {

		@Bean
		@Primary
		GatewayErrorHandler alarms() {
			return handler("alarms");
		}

		@Bean
		GatewayErrorHandler other() {
			return handler("other");
		}

	}

	@TestBot
	static class Several extends Own {

		@Bean
		GatewayErrorHandler alarms() {
			return handler("alarms");
		}

		@Bean
		GatewayErrorHandler other() {
			return handler("other");
		}

	}

}
