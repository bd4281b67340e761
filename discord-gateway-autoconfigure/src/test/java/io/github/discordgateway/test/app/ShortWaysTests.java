package io.github.discordgateway.test.app;

import io.github.discordgateway.interaction.CommandTarget;
import io.github.discordgateway.interaction.InteractionResponder;
import io.github.discordgateway.interaction.MessageCommand;
import io.github.discordgateway.interaction.ModalField;
import io.github.discordgateway.interaction.ModalListener;
import io.github.discordgateway.interaction.Reply;
import io.github.discordgateway.interaction.SlashCommand;
import io.github.discordgateway.model.component.Label;
import io.github.discordgateway.model.component.TextInput;
import io.github.discordgateway.model.message.PartialMessage;
import io.github.discordgateway.rest.Modal;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.LiveMember;
import io.github.discordgateway.test.GatewayTest;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a command is used, and its answer expected, in one line, whatever it is.
 */
@GatewayTest(value = ShortWaysTests.Bot.class, properties = "discord.gateway.simulator.timeout=50s")
class ShortWaysTests {

	@Autowired
	private GatewaySimulator simulator;

	private LiveMember alice() {
		return this.simulator.guild("garden").member("alice");
	}

	@Test
	void aModal() {
		assertThat(alice().uses("feedback").expectModal().field("text", "great").expectReply().content())
			.isEqualTo("5 characters");
	}

	@Test
	void anAnswerThatComesLater() {
		assertThat(alice().uses("build").expectDeferred().expectReply().content()).isEqualTo("built");
	}

	@Test
	void aMessageOfWhichTheBotWasNotTold() {
		LiveMember bob = this.simulator.guild("garden").member("bob");
		assertThat(alice().usesOn("Report", bob.hasSaid("spam")).expectReply().content()).isEqualTo("spam by bob");
	}

	static class Bot {

		@MessageCommand("Report")
		String report(@CommandTarget PartialMessage message) {
			return message.content() + " by " + message.author().username();
		}

		@SlashCommand("feedback")
		Modal feedback() {
			return Modal.of("feedback", "Feedback", Label.of("What do you think?", TextInput.paragraph("text")));
		}

		@ModalListener("feedback")
		String thanks(@ModalField("text") String text) {
			return text.length() + " characters";
		}

		@SlashCommand("build")
		Mono<Void> build(InteractionResponder answer) {
			return answer.defer().then(answer.edit(Reply.of("built"))).then();
		}

	}

}
