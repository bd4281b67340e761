package io.github.discordgateway.test.app;

import io.github.discordgateway.autoconfigure.DiscordGatewayProperties;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.LiveMember;
import io.github.discordgateway.test.GatewayTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a bot that answers by requests, as its author would test it.
 */
@GatewayTest(value = Answers.class, properties = { "discord.gateway.intents=guilds,guild-messages,message-content",
		"discord.gateway.simulator.timeout=50s" })
class AnswersTests {

	@Autowired
	private GatewaySimulator simulator;

	@Test
	void answersPing() {
		LiveMember alice = this.simulator.guild("garden").member("alice");
		alice.says("!ping");
		assertThat(alice.expectMessage().content()).isEqualTo("pong");
	}

	@Test
	void answersACommand() {
		LiveMember alice = this.simulator.guild("garden").member("alice");
		assertThat(alice.uses("ping").expectReply().content()).isEqualTo("pong");
	}

	@Test
	void mayTakeAsLongAsTheTestWaits(@Autowired DiscordGatewayProperties properties) {
		assertThat(properties.simulator().interactionTimeouts().first()).isEqualTo(properties.simulator().timeout());
	}

	@Test
	void saysNothingElse() {
		LiveMember alice = this.simulator.guild("garden").member("alice");
		alice.says("hello");
		this.simulator.expectNoMessage(alice.channelId());
	}

}
