package io.github.discordgateway.demo;

import java.util.concurrent.ThreadLocalRandom;

import io.github.discordgateway.interaction.ComponentListener;
import io.github.discordgateway.interaction.ModalField;
import io.github.discordgateway.interaction.ModalListener;
import io.github.discordgateway.interaction.Option;
import io.github.discordgateway.interaction.Reply;
import io.github.discordgateway.interaction.SlashCommand;
import io.github.discordgateway.model.component.ActionRow;
import io.github.discordgateway.model.component.Button;
import io.github.discordgateway.model.component.Label;
import io.github.discordgateway.model.component.TextInput;
import io.github.discordgateway.rest.Modal;

import org.springframework.stereotype.Component;

/**
 * Rolls dice: {@code /roll}, a button to roll again, and a form that asks for another
 * die.
 */
@Component
class DiceCommands {

	@SlashCommand(name = "roll", description = "Rolls a die")
	Reply roll(@Option(value = "sides", min = 2, max = 999, defaultValue = "6") int sides) {
		return Reply.of(rolled(sides)).components(buttons(sides));
	}

	@ComponentListener("roll:{sides}")
	Reply again(int sides) {
		return Reply.update(rolled(sides)).components(buttons(sides));
	}

	@ComponentListener("other-die")
	Modal askForSides() {
		return Modal.of("other-die", "Another die", Label.of("How many sides has it?", TextInput.line("sides")));
	}

	@ModalListener("other-die")
	Reply rollAnother(@ModalField("sides") String sides) {
		if (!sides.matches("[2-9]|[1-9]\\d{1,2}")) {
			return Reply.ephemeral("That is no die: let it have 2 to 999 sides");
		}
		return roll(Integer.parseInt(sides));
	}

	private static String rolled(int sides) {
		return "%d of %d".formatted(ThreadLocalRandom.current().nextInt(sides) + 1, sides);
	}

	private static ActionRow buttons(int sides) {
		return ActionRow.of(Button.primary("roll:" + sides, "Again"), Button.secondary("other-die", "Another die"));
	}

}
