package io.github.discordgateway.test.app;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.discordgateway.CloseCode;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.LiveMember;
import io.github.discordgateway.test.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a test of a bot writes few lines, shares its context with the next class,
 * and that a session may be lost in it.
 */
@ExtendWith(OutputCaptureExtension.class)
class ShortTests {

	/** As Spring Boot writes the loggers of this project, those of its tests excepted. */
	private static final Pattern OWN = Pattern.compile("(INFO|WARN|ERROR) .*] i(o)?\\.g(ithub)?\\.d\\w*\\.(?!test)");

	private static GatewaySimulator last;

	@Test
	void theFirstClassLogsLittleAndTheNextOneHardlyMore(CapturedOutput output) {
		Map<String, TestExecutionResult> first = KitRun.of(Map.of(), First.class);
		assertThat(first.values()).singleElement()
			.satisfies((result) -> assertThat(result.getStatus()).as(result.toString()).isEqualTo(Status.SUCCESSFUL));
		GatewaySimulator used = last;
		Map<String, TestExecutionResult> second = KitRun.of(Map.of(), Second.class);
		assertThat(second.values()).singleElement()
			.satisfies((result) -> assertThat(result.getStatus()).as(result.toString()).isEqualTo(Status.SUCCESSFUL));
		assertThat(last).isSameAs(used);
		assertThat(lines(output)).hasSizeBetween(1, 5);
	}

	private static List<String> lines(CapturedOutput output) {
		return output.getAll().lines().filter((line) -> OWN.matcher(line).find()).toList();
	}

	@GatewayTest(value = Answers.class,
			properties = { "discord.gateway.intents=guilds,guild-messages,message-content,guild-message-typing",
					"discord.gateway.simulator.timeout=50s" })
	abstract static class Sample {

		@Autowired
		private GatewaySimulator simulator;

		GatewaySimulator simulator() {
			return this.simulator;
		}

		void answers() {
			last = this.simulator;
			LiveMember alice = this.simulator.guild("garden").member("alice");
			alice.says("!ping");
			assertThat(alice.expectMessage().content()).isEqualTo("pong");
		}

	}

	static class First extends Sample {

		@Test
		void one() {
			answers();
		}

	}

	static class Second extends Sample {

		@Test
		void two() {
			answers();
		}

	}

	static class Losing extends Sample {

		@Test
		void losesSessions() {
			answers();
			simulator().awaitReady();
			simulator().connection(0).close(CloseCode.SESSION_TIMED_OUT.code(), "");
			answers();
			simulator().awaitReady();
			simulator().connection(0).invalidSession(false);
			answers();
			simulator().awaitReady();
			simulator().refuseIdentifies(2);
			simulator().connection(0).close(CloseCode.SESSION_TIMED_OUT.code(), "");
			answers();
			assertThat(simulator().connections()).hasSizeGreaterThan(3);
		}

	}

	@Test
	void sessionsMayBeLost() {
		assertThat(KitRun.of(Map.of(), Losing.class).values()).singleElement()
			.satisfies((result) -> assertThat(result.getStatus()).as(result.toString()).isEqualTo(Status.SUCCESSFUL));
	}

}
