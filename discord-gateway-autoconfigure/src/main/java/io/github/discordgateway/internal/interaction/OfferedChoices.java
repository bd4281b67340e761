package io.github.discordgateway.internal.interaction;

import java.math.BigDecimal;
import java.util.List;

import io.github.discordgateway.model.interaction.ApplicationCommandInteractionData;
import io.github.discordgateway.model.interaction.ApplicationCommandInteractionDataOption;
import io.github.discordgateway.model.interaction.ApplicationCommandOptionType;
import io.github.discordgateway.model.interaction.Interaction;
import io.github.discordgateway.model.interaction.OptionValue;
import io.github.discordgateway.rest.CommandChoice;
import io.github.discordgateway.rest.InteractionResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a method offers while a user types, as the choices that Discord takes: values of
 * the option's type. A choice that Discord would refuse is left out, since it would take
 * all others with it.
 */
final class OfferedChoices {

	/** Discord shows no more. */
	static final int MAX_CHOICES = 25;

	private static final Log logger = LogFactory.getLog(OfferedChoices.class);

	private final InteractionKey key;

	private final ApplicationCommandOptionType type;

	/**
	 * Makes one.
	 * @param interaction what is typed
	 */
	OfferedChoices(Interaction interaction) {
		ApplicationCommandInteractionData command = InteractionMethod.command(interaction);
		ApplicationCommandInteractionDataOption option = (command != null) ? InteractionKey.focused(command) : null;
		InteractionKey of = InteractionKey.of(interaction);
		this.key = (of != null) ? of : new InteractionKey(InteractionKind.AUTOCOMPLETE, "", "");
		this.type = (option != null) ? option.type() : ApplicationCommandOptionType.STRING;
	}

	/**
	 * Makes a choice.
	 * @param offered a choice, a text, a number or a constant
	 * @return the choice; {@code null} when Discord would refuse it
	 */
	@Nullable CommandChoice choice(Object offered) {
		try {
			CommandChoice choice = typed((offered instanceof CommandChoice made) ? made
					: CommandChoice.of(offered.toString(), text(offered)));
			InteractionResponse.choices(List.of(choice));
			return choice;
		}
		catch (IllegalArgumentException ex) {
			logger.warn("A choice for " + this.key + " is left out, since Discord would refuse it and all others: "
					+ ex.getMessage());
			return null;
		}
	}

	private static String text(Object offered) {
		return (offered instanceof Enum<?> constant) ? constant.name() : offered.toString();
	}

	private CommandChoice typed(CommandChoice choice) {
		OptionValue value = typed(choice.value());
		return (value == choice.value()) ? choice : new CommandChoice(choice.name(), choice.nameLocalizations(), value);
	}

	private OptionValue typed(OptionValue value) {
		if (this.type.equals(ApplicationCommandOptionType.INTEGER)) {
			return (value instanceof OptionValue.IntegerValue) ? value
					: new OptionValue.IntegerValue(whole(value.asText()));
		}
		if (this.type.equals(ApplicationCommandOptionType.NUMBER)) {
			return (value instanceof OptionValue.NumberValue) ? value
					: new OptionValue.NumberValue(decimal(value.asText()).doubleValue());
		}
		return (value instanceof OptionValue.StringValue) ? value : new OptionValue.StringValue(value.asText());
	}

	private static long whole(String text) {
		try {
			return decimal(text).longValueExact();
		}
		catch (ArithmeticException ex) {
			throw new IllegalArgumentException("The option takes whole numbers, not \"" + text + "\"", ex);
		}
	}

	private static BigDecimal decimal(String text) {
		try {
			return new BigDecimal(text.strip());
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("The option takes numbers, not \"" + text + "\"", ex);
		}
	}

}
