package io.github.discordgateway.rest;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.interaction.InteractionType;
import io.github.discordgateway.model.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * What became of the answer to an interaction.
 *
 * @param interaction the interaction
 * @param resource what was made; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object">Discord's
 * documentation</a>
 */
@DiscordJson
public record InteractionCallbackResult(Callback interaction, @Nullable Resource resource) {

	/**
	 * The message that was made.
	 * @return the message; {@code null} when there is none
	 */
	public @Nullable Message message() {
		return (this.resource != null) ? this.resource.message() : null;
	}

	/**
	 * The interaction that was answered.
	 *
	 * @param id id of the interaction
	 * @param type which kind it is
	 * @param activityInstanceId id of the activity that was launched or joined;
	 * {@code null} when absent
	 * @param responseMessageId id of the message that was made; {@code null} when absent
	 * @param responseMessageLoading whether that message is in a loading state;
	 * {@code null} when absent
	 * @param responseMessageEphemeral whether that message is for nobody but the user;
	 * {@code null} when absent
	 * @param channelId id of the channel; {@code null} when absent
	 * @param guildId id of the guild; {@code null} when absent
	 */
	@DiscordJson
	public record Callback(Snowflake id, InteractionType type, @Nullable String activityInstanceId,
			@Nullable Snowflake responseMessageId, @Nullable Boolean responseMessageLoading,
			@Nullable Boolean responseMessageEphemeral, @Nullable Snowflake channelId, @Nullable Snowflake guildId) {

	}

	/**
	 * What was made.
	 *
	 * @param type how the interaction was answered
	 * @param activityInstance the activity that was launched; {@code null} when absent
	 * @param message the message that was made or changed; {@code null} when absent
	 */
	@DiscordJson
	public record Resource(InteractionResponseType type, @Nullable ActivityInstance activityInstance,
			@Nullable Message message) {

	}

	/**
	 * An activity that runs.
	 *
	 * @param id id of the instance
	 */
	@DiscordJson
	public record ActivityInstance(String id) {

	}

}
