package io.github.discordgateway.test.app;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.command.Activity;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.LiveMember;
import io.github.discordgateway.test.GatewayTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GatewayTest @GatewayTest} with the listeners that scanning finds.
 */
@GatewayTest(properties = { "discord.gateway.intents=guilds,guild-messages,guild-message-reactions,message-content",
		"discord.gateway.simulator.timeout=50s" })
@TestMethodOrder(MethodOrderer.MethodName.class)
class FoundListenersTests {

	@Autowired
	private GatewaySimulator simulator;

	@Autowired
	private InheritingListener notes;

	@Autowired
	private ApplicationContext context;

	@Test
	void onlyPartsOfTheBotAreThere() {
		assertThat(this.context.getBeansOfType(Unrelated.class)).isEmpty();
		assertThat(this.context.getBeansOfType(PingListener.class)).hasSize(1);
		assertThat(this.simulator.port()).isPositive();
		assertThat(this.simulator.world().guilds(new ShardId(0, 1)).size()).isLessThanOrEqualTo(2);
	}

	@RepeatedTest(2)
	void aListenerAnswers() {
		this.simulator.guild("garden").member("alice").says("!ping");
		UpdatePresence presence = this.simulator.expectCommand(UpdatePresence.class);
		assertThat(presence.activities()).extracting(Activity::name).containsExactly("ping-pong with alice");
		// Not expected: the next method must not meet it.
		this.simulator.guild("garden").member("bob").says("!ping");
		this.simulator.awaitHandled();
	}

	@Test
	void aListenerDoesNotAnswer() {
		this.simulator.guild("garden").member("alice").says("nothing to do");
		this.simulator.expectNoCommand(UpdatePresence.class);
	}

	@Test
	void handledMeansThatTheListenersHaveReturned() {
		LiveMember alice = this.simulator.guild("meadow").member("alice");
		for (int i = 0; i < 100; i++) {
			alice.says("hello");
			alice.reacts("r" + i);
		}
		this.simulator.awaitHandled();
		assertThat(this.notes.notes).contains("meadow", "r0", "r99").doesNotHaveDuplicates();
	}

	@Test
	void theConnectionIsLostAndTheSessionResumed() {
		this.simulator.awaitReady();
		for (int i = 0; i < 2; i++) {
			int before = count("resumed");
			this.simulator.disconnect();
			this.simulator.awaitResumed();
			this.simulator.awaitHandled();
			assertThat(count("resumed")).isEqualTo(before + 1);
		}
	}

	private int count(String note) {
		return (int) this.notes.notes.stream().filter(note::equals).count();
	}

}
