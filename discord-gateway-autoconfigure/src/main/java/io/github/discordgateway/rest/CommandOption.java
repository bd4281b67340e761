package io.github.discordgateway.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.channel.ChannelType;
import io.github.discordgateway.model.interaction.ApplicationCommandOptionType;
import io.github.discordgateway.model.interaction.OptionValue;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * An option of a command, as it is registered; or a sub-command, or a group of such.
 *
 * @param type which kind of value it has
 * @param name its name, 1 to 32 characters, in lower case where the script has cases
 * @param nameLocalizations the name in other languages, at most 34 texts by locale;
 * {@code
 * null} for none
 * @param description what it is for, 1 to 100 characters
 * @param descriptionLocalizations the description in other languages, at most 34 texts by
 * locale; {@code null} for none
 * @param required whether it must be given; {@code null} for no
 * @param choices the values to choose from, at most 25; empty for any
 * @param options of a sub-command its options, of a group its sub-commands, at most 25
 * @param channelTypes the kinds of channels to choose from; empty for all
 * @param minValue the smallest number; {@code null} for any
 * @param maxValue the largest number; {@code null} for any
 * @param minLength the shortest text, 0 to 6000; {@code null} for any
 * @param maxLength the longest text, 1 to 6000; {@code null} for any
 * @param autocomplete whether the bot offers choices while the user types; {@code null}
 * for no
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record CommandOption(ApplicationCommandOptionType type, String name,
		@Nullable Map<String, String> nameLocalizations, String description,
		@Nullable Map<String, String> descriptionLocalizations, @Nullable Boolean required,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<CommandChoice> choices,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<CommandOption> options,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<ChannelType> channelTypes, @Nullable OptionValue minValue,
		@Nullable OptionValue maxValue, @Nullable Integer minLength, @Nullable Integer maxLength,
		@Nullable Boolean autocomplete) {

	public CommandOption {
		nameLocalizations = (nameLocalizations != null) ? Map.copyOf(nameLocalizations) : null;
		descriptionLocalizations = (descriptionLocalizations != null) ? Map.copyOf(descriptionLocalizations) : null;
		choices = RecordValues.listOrEmpty(choices);
		options = RecordValues.listOrEmpty(options);
		channelTypes = RecordValues.listOrEmpty(channelTypes);
	}

	/** Checks what Discord demands, before it is registered. */
	void check() {
		CommandRequest.checkName(this.name);
		Limits.text("The description of an option", this.description, 1, 100);
		CommandRequest.checkLocalized(this.nameLocalizations, this.descriptionLocalizations);
		Limits.size("The list of an option's choices", this.choices, 0, 25);
		Limits.size("The list of an option's options", this.options, 0, 25);
		Limits.number("The smallest length of an option", this.minLength, 0, 6000);
		Limits.number("The largest length of an option", this.maxLength, 1, 6000);
		Assert.isTrue(this.choices.isEmpty() || !Boolean.TRUE.equals(this.autocomplete),
				() -> "An option has choices or autocomplete, not both: " + this.name);
		Assert.isTrue(this.minLength == null || this.maxLength == null || this.minLength <= this.maxLength,
				() -> "The smallest length of the option " + this.name + " is not more than the largest");
		Set<String> choiceNames = new HashSet<>();
		for (CommandChoice choice : this.choices) {
			choice.check();
			Assert.isTrue(choiceNames.add(choice.name()),
					() -> "The choice '" + choice.name() + "' of the option " + this.name + " stands twice");
		}
		CommandRequest.checkOptions(this.options);
	}

	/** What counts towards the limit of a command. */
	int characters() {
		return this.name.length() + this.description.length()
				+ this.choices.stream()
					.mapToInt((choice) -> choice.name().length() + choice.value().asText().length())
					.sum()
				+ this.options.stream().mapToInt(CommandOption::characters).sum();
	}

	/**
	 * Starts one with what is always needed.
	 * @param type which kind of value it has
	 * @param name its name, 1 to 32 characters, in lower case where the script has cases
	 * @param description what it is for, 1 to 100 characters
	 * @return a builder
	 */
	public static Builder builder(ApplicationCommandOptionType type, String name, String description) {
		return new Builder(type, name, description);
	}

	/**
	 * Puts one together. Not thread-safe.
	 */
	public static final class Builder {

		private final ApplicationCommandOptionType type;

		private final String name;

		private @Nullable Map<String, String> nameLocalizations;

		private final String description;

		private @Nullable Map<String, String> descriptionLocalizations;

		private @Nullable Boolean required;

		private List<CommandChoice> choices = List.of();

		private List<CommandOption> options = List.of();

		private List<ChannelType> channelTypes = List.of();

		private @Nullable OptionValue minValue;

		private @Nullable OptionValue maxValue;

		private @Nullable Integer minLength;

		private @Nullable Integer maxLength;

		private @Nullable Boolean autocomplete;

		private Builder(ApplicationCommandOptionType type, String name, String description) {
			this.type = type;
			this.name = name;
			this.description = description;
		}

		/**
		 * Sets the name in other languages, at most 34 texts by locale.
		 * @param nameLocalizations the name in other languages, at most 34 texts by
		 * locale; {@code
		 * null} for none
		 * @return this builder
		 */
		public Builder nameLocalizations(Map<String, String> nameLocalizations) {
			this.nameLocalizations = nameLocalizations;
			return this;
		}

		/**
		 * Sets the description in other languages, at most 34 texts by locale.
		 * @param descriptionLocalizations the description in other languages, at most 34
		 * texts by locale; {@code null} for none
		 * @return this builder
		 */
		public Builder descriptionLocalizations(Map<String, String> descriptionLocalizations) {
			this.descriptionLocalizations = descriptionLocalizations;
			return this;
		}

		/**
		 * Sets whether it must be given.
		 * @param required whether it must be given; {@code null} for no
		 * @return this builder
		 */
		public Builder required(Boolean required) {
			this.required = required;
			return this;
		}

		/**
		 * Sets the values to choose from, at most 25.
		 * @param choices the values to choose from, at most 25; empty for any
		 * @return this builder
		 */
		public Builder choices(CommandChoice... choices) {
			this.choices = List.of(choices);
			return this;
		}

		/**
		 * Sets of a sub-command its options, of a group its sub-commands, at most 25.
		 * @param options of a sub-command its options, of a group its sub-commands, at
		 * most 25
		 * @return this builder
		 */
		public Builder options(CommandOption... options) {
			this.options = List.of(options);
			return this;
		}

		/**
		 * Sets the kinds of channels to choose from.
		 * @param channelTypes the kinds of channels to choose from; empty for all
		 * @return this builder
		 */
		public Builder channelTypes(ChannelType... channelTypes) {
			this.channelTypes = List.of(channelTypes);
			return this;
		}

		/**
		 * Sets the smallest number.
		 * @param minValue the smallest number; {@code null} for any
		 * @return this builder
		 */
		public Builder minValue(OptionValue minValue) {
			this.minValue = minValue;
			return this;
		}

		/**
		 * Sets the largest number.
		 * @param maxValue the largest number; {@code null} for any
		 * @return this builder
		 */
		public Builder maxValue(OptionValue maxValue) {
			this.maxValue = maxValue;
			return this;
		}

		/**
		 * Sets the shortest text, 0 to 6000.
		 * @param minLength the shortest text, 0 to 6000; {@code null} for any
		 * @return this builder
		 */
		public Builder minLength(Integer minLength) {
			this.minLength = minLength;
			return this;
		}

		/**
		 * Sets the longest text, 1 to 6000.
		 * @param maxLength the longest text, 1 to 6000; {@code null} for any
		 * @return this builder
		 */
		public Builder maxLength(Integer maxLength) {
			this.maxLength = maxLength;
			return this;
		}

		/**
		 * Sets whether the bot offers choices while the user types.
		 * @param autocomplete whether the bot offers choices while the user types;
		 * {@code null} for no
		 * @return this builder
		 */
		public Builder autocomplete(Boolean autocomplete) {
			this.autocomplete = autocomplete;
			return this;
		}

		/**
		 * Makes it.
		 * @return what was put together
		 * @throws IllegalArgumentException when Discord would refuse it
		 */
		public CommandOption build() {
			return new CommandOption(this.type, this.name, this.nameLocalizations, this.description,
					this.descriptionLocalizations, this.required, this.choices, this.options, this.channelTypes,
					this.minValue, this.maxValue, this.minLength, this.maxLength, this.autocomplete);
		}

	}

}
