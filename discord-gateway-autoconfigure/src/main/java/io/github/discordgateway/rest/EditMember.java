package io.github.discordgateway.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.Field;
import io.github.discordgateway.model.guild.GuildMemberFlags;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What to change of a member. What is left out stays as it is.
 *
 * @param nick the nickname, at most 32 characters
 * @param roles all roles; {@code null} to leave them
 * @param mute whether the member is muted in voice channels; {@code null} to leave it
 * @param deaf whether the member is deafened in voice channels; {@code null} to leave it
 * @param channelId the voice channel to move to, nothing to disconnect
 * @param communicationDisabledUntil until when the member is timed out, at most 28 days
 * from now, nothing to end it
 * @param flags flags; {@code null} to leave them
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#modify-guild-member">Discord's
 * documentation</a>
 */
@DiscordJson
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Field.Absent.class)
public record EditMember(Field<String> nick, @Nullable List<Snowflake> roles, @Nullable Boolean mute,
		@Nullable Boolean deaf, Field<Snowflake> channelId, Field<Instant> communicationDisabledUntil,
		@Nullable GuildMemberFlags flags) {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public EditMember {
		nick = Field.orAbsent(nick);
		roles = (roles != null) ? List.copyOf(roles) : null;
		channelId = Field.orAbsent(channelId);
		communicationDisabledUntil = Field.orAbsent(communicationDisabledUntil);
		Limits.text("The nickname of a member", nick.value(), 0, 32);
	}

	/**
	 * Times a member out.
	 * @param duration for how long, at most 28 days; zero to end it
	 * @return the change
	 */
	public static EditMember timeOut(Duration duration) {
		Assert.isTrue(duration.compareTo(Duration.ofDays(28)) <= 0,
				() -> "A member is timed out for at most 28 days, not " + duration);
		return builder().communicationDisabledUntil(duration.isZero() ? null : Instant.now().plus(duration)).build();
	}

	/**
	 * Starts one.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Puts one together. Not thread-safe.
	 */
	public static final class Builder {

		private Field<String> nick = Field.absent();

		private @Nullable List<Snowflake> roles;

		private @Nullable Boolean mute;

		private @Nullable Boolean deaf;

		private Field<Snowflake> channelId = Field.absent();

		private Field<Instant> communicationDisabledUntil = Field.absent();

		private @Nullable GuildMemberFlags flags;

		private Builder() {
		}

		/**
		 * Sets the nickname, at most 32 characters.
		 * @param nick the nickname, at most 32 characters
		 * @return this builder
		 */
		public Builder nick(@Nullable String nick) {
			this.nick = Field.of(nick);
			return this;
		}

		/**
		 * Sets all roles.
		 * @param roles all roles
		 * @return this builder
		 */
		public Builder roles(Snowflake... roles) {
			this.roles = List.of(roles);
			return this;
		}

		/**
		 * Sets whether the member is muted in voice channels.
		 * @param mute whether the member is muted in voice channels
		 * @return this builder
		 */
		public Builder mute(Boolean mute) {
			this.mute = mute;
			return this;
		}

		/**
		 * Sets whether the member is deafened in voice channels.
		 * @param deaf whether the member is deafened in voice channels
		 * @return this builder
		 */
		public Builder deaf(Boolean deaf) {
			this.deaf = deaf;
			return this;
		}

		/**
		 * Sets the voice channel to move to, nothing to disconnect.
		 * @param channelId the voice channel to move to, nothing to disconnect
		 * @return this builder
		 */
		public Builder channelId(@Nullable Snowflake channelId) {
			this.channelId = Field.of(channelId);
			return this;
		}

		/**
		 * Sets until when the member is timed out, at most 28 days from now, nothing to
		 * end it.
		 * @param communicationDisabledUntil until when the member is timed out, at most
		 * 28 days from now, nothing to end it
		 * @return this builder
		 */
		public Builder communicationDisabledUntil(@Nullable Instant communicationDisabledUntil) {
			this.communicationDisabledUntil = Field.of(communicationDisabledUntil);
			return this;
		}

		/**
		 * Sets flags.
		 * @param flags flags
		 * @return this builder
		 */
		public Builder flags(GuildMemberFlags flags) {
			this.flags = flags;
			return this;
		}

		/**
		 * Makes it.
		 * @return what was put together
		 * @throws IllegalArgumentException when Discord would refuse it
		 */
		public EditMember build() {
			return new EditMember(this.nick, this.roles, this.mute, this.deaf, this.channelId,
					this.communicationDisabledUntil, this.flags);
		}

	}

}
