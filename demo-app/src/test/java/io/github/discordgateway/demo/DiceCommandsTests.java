package io.github.discordgateway.demo;

import io.github.discordgateway.model.message.Message;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.LiveMember;
import io.github.discordgateway.test.GatewayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest(properties = "discord.gateway.intents=guilds,guild-messages,message-content")
class DiceCommandsTests {

	@Autowired
	private GatewaySimulator simulator;

	private LiveMember alice;

	@BeforeEach
	void meetAlice() {
		this.alice = this.simulator.guild("garden").member("alice");
	}

	@Test
	void rollsADieOfSixSides() {
		assertThat(this.alice.uses("roll").expectReply().content()).matches("[1-6] of 6");
	}

	@Test
	void rollsAnyDieAndRollsItAgain() {
		Message first = this.alice.uses("roll").option("sides", 20).expectReply();
		assertThat(first.content()).endsWith(" of 20");
		assertThat(this.alice.clicks("roll:20").expectReply().content()).endsWith(" of 20");
	}

	@Test
	void asksForAnotherDie() {
		this.alice.uses("roll").expectReply();
		assertThat(this.alice.clicks("other-die").expectModal().field("sides", "100").expectReply().content())
			.endsWith(" of 100");
		assertThat(this.alice.clicks("other-die").expectModal().field("sides", "many").expectReply().content())
			.isEqualTo("That is no die: let it have 2 to 999 sides");
	}

}
