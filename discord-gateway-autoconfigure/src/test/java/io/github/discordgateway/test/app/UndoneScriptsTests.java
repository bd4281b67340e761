package io.github.discordgateway.test.app;

import java.time.Duration;

import io.github.discordgateway.CloseCode;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.LiveMember;
import io.github.discordgateway.simulator.ScriptedAnswer;
import io.github.discordgateway.test.GatewayTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that what one test method scripts does not reach the next one, not even a shard
 * that has ended for good.
 */
@GatewayTest(value = Answers.class,
		properties = { "discord.gateway.intents=guilds,guild-messages,message-content",
				"discord.gateway.simulator.timeout=50s" })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UndoneScriptsTests {

	@Autowired
	private GatewaySimulator simulator;

	private void answers() {
		LiveMember alice = this.simulator.guild("garden").member("alice");
		alice.says("!ping");
		assertThat(alice.expectMessage().content()).isEqualTo("pong");
	}

	@Test
	@Order(1)
	void scripts() {
		answers();
		this.simulator.rest().answerAlways("", ScriptedAnswer.status(403));
		this.simulator.nextHandshakes(100, ScriptedAnswer.status(503));
		this.simulator.rest().limit(1, Duration.ofHours(1));
	}

	@Test
	@Order(2)
	void endsTheShard() {
		answers();
		answers();
		this.simulator.awaitReady();
		this.simulator.connection(0).close(CloseCode.DISALLOWED_INTENTS.code(), "");
	}

	@Test
	@Order(3)
	void beginsAnew() {
		answers();
	}

}
