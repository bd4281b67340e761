package io.github.discordgateway.internal.interaction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.discordgateway.interaction.Option;
import io.github.discordgateway.listener.InvalidGatewayListenerException;
import io.github.discordgateway.model.channel.ChannelType;
import io.github.discordgateway.model.interaction.ApplicationCommandOptionType;
import io.github.discordgateway.model.interaction.OptionValue;
import io.github.discordgateway.rest.CommandChoice;
import io.github.discordgateway.rest.CommandOption;

/**
 * Makes the definitions of options from the parameters of methods.
 */
final class OptionDefinitions {

	private static final NamedConstants<ChannelType> CHANNEL_TYPES = new NamedConstants<>("channelTypes",
			ChannelType.class);

	private final InteractionMethods methods;

	private final CommandTexts texts;

	private final Set<InteractionKey> completed;

	/**
	 * Makes a maker.
	 * @param methods reads parameters
	 * @param texts has the texts
	 * @param completed the options that have autocompletion
	 */
	OptionDefinitions(InteractionMethods methods, CommandTexts texts, Set<InteractionKey> completed) {
		this.methods = methods;
		this.texts = texts;
		this.completed = completed;
	}

	/**
	 * The options of a command.
	 * @param method its method
	 * @return the options, those that are required first
	 * @throws InvalidGatewayListenerException when one can never be
	 */
	List<CommandOption> of(InteractionMethod method) {
		List<CommandOption> options = new ArrayList<>();
		Set<String> names = new HashSet<>();
		for (OptionParameter parameter : OptionParameter.all(method, this.methods)) {
			if (!names.add(parameter.name())) {
				throw new InvalidGatewayListenerException(method.listener(),
						"has the option '" + parameter.name() + "' twice", "Give each option a name of its own.");
			}
			options.add(option(method, parameter));
		}
		options.sort(Comparator.comparing((option) -> !Boolean.TRUE.equals(option.required())));
		return options;
	}

	private CommandOption option(InteractionMethod method, OptionParameter parameter) {
		Option annotation = parameter.annotation();
		ApplicationCommandOptionType type = parameter.value().optionType();
		String code = method.path().replace(' ', '.') + ".options." + parameter.name();
		String description = this.texts.text(code + ".description", this.methods.text(annotation.description()),
				parameter.name());
		CommandOption.Builder option = CommandOption.builder(type, parameter.name(), description);
		if (parameter.required()) {
			option.required(true);
		}
		Map<String, String> names = this.texts.localizations(code + ".name", parameter.name());
		if (!names.isEmpty()) {
			option.nameLocalizations(names);
		}
		Map<String, String> descriptions = this.texts.localizations(code + ".description", description);
		if (!descriptions.isEmpty()) {
			option.descriptionLocalizations(descriptions);
		}
		CommandChoice[] choices = choices(method, parameter, type, code);
		limits(method, parameter, type, choices.length > 0, option);
		option.choices(choices);
		if (this.completed
			.contains(new InteractionKey(InteractionKind.AUTOCOMPLETE, method.path(), parameter.name()))) {
			require(choices.length == 0, method, parameter,
					"has choices and autocompletion, of which Discord allows one");
			require(isText(type) || isNumber(type), method, parameter,
					"has autocompletion, which is for text and numbers only");
			option.autocomplete(true);
		}
		return option.build();
	}

	private static boolean isText(ApplicationCommandOptionType type) {
		return type.equals(ApplicationCommandOptionType.STRING);
	}

	private static boolean isNumber(ApplicationCommandOptionType type) {
		return type.equals(ApplicationCommandOptionType.INTEGER) || type.equals(ApplicationCommandOptionType.NUMBER);
	}

	private static void require(boolean allowed, InteractionMethod method, OptionParameter parameter, String problem) {
		if (!allowed) {
			throw new InvalidGatewayListenerException(method.listener(),
					"has the option '" + parameter.name() + "', which " + problem, "Remove one of them.");
		}
	}

	private void limits(InteractionMethod method, OptionParameter parameter, ApplicationCommandOptionType type,
			boolean choices, CommandOption.Builder option) {
		Option annotation = parameter.annotation();
		boolean least = annotation.min() != Double.NEGATIVE_INFINITY;
		boolean most = annotation.max() != Double.POSITIVE_INFINITY;
		require(!(least || most) || isNumber(type), method, parameter, "has min or max, and is no number");
		require(annotation.min() <= annotation.max(), method, parameter, "has a min that is more than its max");
		// A number that the parameter cannot hold would only fail when it was sent.
		NumberRange held = NumberRange.of(parameter.value().element());
		NumberRange range = choices ? NumberRange.ALL : held;
		require(!least || held.includes(annotation.min()), method, parameter, "has a min that is out of " + held);
		require(!most || held.includes(annotation.max()), method, parameter, "has a max that is out of " + held);
		if (least || range.isBounded()) {
			option.minValue(number(least ? annotation.min() : range.min(), type));
		}
		if (most || range.isBounded()) {
			option.maxValue(number(most ? annotation.max() : range.max(), type));
		}
		boolean length = annotation.minLength() != 0 || annotation.maxLength() != 0;
		require(!length || isText(type), method, parameter, "has minLength or maxLength, and is no text");
		require(annotation.maxLength() == 0 || annotation.minLength() <= annotation.maxLength(), method, parameter,
				"has a minLength that is more than its maxLength");
		if (annotation.minLength() != 0) {
			option.minLength(annotation.minLength());
		}
		if (annotation.maxLength() != 0) {
			option.maxLength(annotation.maxLength());
		}
		if (annotation.channelTypes().length > 0) {
			require(type.equals(ApplicationCommandOptionType.CHANNEL), method, parameter,
					"has channelTypes, and is no channel");
			option.channelTypes(Arrays.stream(annotation.channelTypes())
				.map((name) -> CHANNEL_TYPES.get(method.listener(), this.methods.text(name)))
				.toArray(ChannelType[]::new));
		}
	}

	private static OptionValue number(double number, ApplicationCommandOptionType type) {
		return type.equals(ApplicationCommandOptionType.INTEGER) ? new OptionValue.IntegerValue((long) number)
				: new OptionValue.NumberValue(number);
	}

	/** What a type of numbers can hold, of what Discord allows. */
	private record NumberRange(double min, double max, boolean whole) {

		/** From there on not every whole number is one of Discord's. */
		private static final double MOST = 1L << 53;

		static final NumberRange ALL = new NumberRange(-MOST, MOST, false);

		static NumberRange of(Class<?> type) {
			if (type == Integer.class) {
				return new NumberRange(Integer.MIN_VALUE, Integer.MAX_VALUE, true);
			}
			if (type == Short.class) {
				return new NumberRange(Short.MIN_VALUE, Short.MAX_VALUE, true);
			}
			if (type == Byte.class) {
				return new NumberRange(Byte.MIN_VALUE, Byte.MAX_VALUE, true);
			}
			return (type == Long.class) ? new NumberRange(-MOST, MOST, true) : ALL;
		}

		/** Whether it is less than what Discord allows. */
		boolean isBounded() {
			return this.max < MOST;
		}

		boolean includes(double number) {
			return number >= this.min && number <= this.max && (!this.whole || number == Math.rint(number));
		}

		@Override
		public String toString() {
			return (this.whole ? "the whole numbers" : "the numbers") + " from "
					+ BigDecimal.valueOf(this.min).toBigInteger() + " to "
					+ BigDecimal.valueOf(this.max).toBigInteger();
		}

	}

	private CommandChoice[] choices(InteractionMethod method, OptionParameter parameter,
			ApplicationCommandOptionType type, String code) {
		List<CommandChoice> choices = new ArrayList<>();
		String[] given = parameter.annotation().choices();
		Object[] constants = parameter.value().element().getEnumConstants();
		require(given.length == 0 || (constants == null && (isText(type) || isNumber(type))), method, parameter,
				"has choices, and is no text and no number");
		for (String text : given) {
			choices.add(choice(code, text, text, value(method, parameter, type, text)));
		}
		if (constants != null) {
			for (Object constant : constants) {
				String name = ((Enum<?>) constant).name();
				choices.add(choice(code, name, constant.toString(), new OptionValue.StringValue(name)));
			}
		}
		return choices.toArray(CommandChoice[]::new);
	}

	private CommandChoice choice(String optionCode, String value, String shown, OptionValue optionValue) {
		String code = optionCode + ".choices." + value;
		String name = this.texts.text(code, "", shown);
		Map<String, String> names = this.texts.localizations(code, name);
		return new CommandChoice(name, names.isEmpty() ? null : names, optionValue);
	}

	private static OptionValue value(InteractionMethod method, OptionParameter parameter,
			ApplicationCommandOptionType type, String text) {
		if (isText(type)) {
			return new OptionValue.StringValue(text);
		}
		try {
			return type.equals(ApplicationCommandOptionType.INTEGER)
					? new OptionValue.IntegerValue(Long.parseLong(text))
					: new OptionValue.NumberValue(Double.parseDouble(text));
		}
		catch (NumberFormatException ex) {
			throw new InvalidGatewayListenerException(method.listener(),
					"has the option '" + parameter.name() + "' with the choice '" + text + "', which is no number",
					"Write numbers, or let the parameter be a String.", ex);
		}
	}

}
