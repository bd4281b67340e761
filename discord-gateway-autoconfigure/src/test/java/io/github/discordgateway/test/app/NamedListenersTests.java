package io.github.discordgateway.test.app;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.discordgateway.Opcode;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.test.GatewayTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GatewayTest @GatewayTest} with listeners that it names.
 */
@GatewayTest(value = { PingListener.class, NamedListenersTests.Plain.class },
		properties = { "discord.gateway.simulator.timeout=50s", "discord.gateway.simulator.shards=2" })
class NamedListenersTests {

	@Autowired
	private GatewaySimulator simulator;

	@Autowired
	private ApplicationContext context;

	@Autowired
	private Plain plain;

	@Test
	void othersAreLeftOut() {
		assertThat(this.context.getBeansOfType(PingListener.class)).hasSize(1);
		assertThat(this.context.getBeansOfType(InheritingListener.class)).isEmpty();
	}

	@Test
	void whatIsNoComponentIsMadeABean() {
		this.simulator.guild("garden").member("alice").says("hello");
		this.simulator.awaitHandled();
		assertThat(this.plain.messages).hasSize(1);
	}

	@Test
	void thePartsOfTheBotStayAndEachShardIsReady() {
		this.simulator.awaitReady();
		for (int i = 0; i < 2; i++) {
			assertThat(this.simulator.connection(i)
				.receivedFrames(Opcode.IDENTIFY)
				.get(0)
				.data()
				.path("presence")
				.path("status")
				.asString()).isEqualTo("dnd");
		}
	}

	@Nested
	class Inside {

		@Test
		void theContextIsTheSame() {
			assertThat(NamedListenersTests.this.simulator.guild("nest").member("bob").id()).isNotNull();
		}

	}

	static class Plain {

		private final List<MessageCreate> messages = new CopyOnWriteArrayList<>();

		@GatewayListener
		void onMessage(MessageCreate event) {
			this.messages.add(event);
		}

	}

}
