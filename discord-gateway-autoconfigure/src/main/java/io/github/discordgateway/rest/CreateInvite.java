package io.github.discordgateway.rest;

import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.invite.InviteTargetType;
import org.jspecify.annotations.Nullable;

/**
 * An invite to make.
 *
 * @param maxAge for how many seconds it is good, 0 for ever, at most 60 days;
 * {@code null} for a day
 * @param maxUses how often it may be used, 0 to 100, 0 for any number; {@code null} for
 * that
 * @param temporary whether members leave who have no role when they disconnect; {@code
 * null} for no
 * @param unique whether to make another one even if there is the same; {@code null} for
 * no
 * @param targetType what it leads to in a voice channel; {@code null} for the channel
 * @param targetUserId whose stream it leads to; {@code null} for none
 * @param targetApplicationId which application it leads to; {@code null} for none
 * @param roleIds the roles that those who come get; {@code null} for none
 * @see <a href=
 * "https://discord.com/developers/docs/resources/channel#create-channel-invite">Discord's
 * documentation</a>
 */
@DiscordJson
public record CreateInvite(@Nullable Integer maxAge, @Nullable Integer maxUses, @Nullable Boolean temporary,
		@Nullable Boolean unique, @Nullable InviteTargetType targetType, @Nullable Snowflake targetUserId,
		@Nullable Snowflake targetApplicationId, @Nullable List<Snowflake> roleIds) {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public CreateInvite {
		roleIds = (roleIds != null) ? List.copyOf(roleIds) : null;
		Limits.number("The age of an invite in seconds", maxAge, 0, 5_184_000);
		Limits.number("The number of an invite's uses", maxUses, 0, 100);
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

		private @Nullable Integer maxAge;

		private @Nullable Integer maxUses;

		private @Nullable Boolean temporary;

		private @Nullable Boolean unique;

		private @Nullable InviteTargetType targetType;

		private @Nullable Snowflake targetUserId;

		private @Nullable Snowflake targetApplicationId;

		private @Nullable List<Snowflake> roleIds;

		private Builder() {
		}

		/**
		 * Sets for how many seconds it is good, 0 for ever, at most 60 days.
		 * @param maxAge for how many seconds it is good, 0 for ever, at most 60 days;
		 * {@code null} for a day
		 * @return this builder
		 */
		public Builder maxAge(Integer maxAge) {
			this.maxAge = maxAge;
			return this;
		}

		/**
		 * Sets how often it may be used, 0 to 100, 0 for any number.
		 * @param maxUses how often it may be used, 0 to 100, 0 for any number;
		 * {@code null} for that
		 * @return this builder
		 */
		public Builder maxUses(Integer maxUses) {
			this.maxUses = maxUses;
			return this;
		}

		/**
		 * Sets whether members leave who have no role when they disconnect.
		 * @param temporary whether members leave who have no role when they disconnect;
		 * {@code
		 * null} for no
		 * @return this builder
		 */
		public Builder temporary(Boolean temporary) {
			this.temporary = temporary;
			return this;
		}

		/**
		 * Sets whether to make another one even if there is the same.
		 * @param unique whether to make another one even if there is the same;
		 * {@code null} for no
		 * @return this builder
		 */
		public Builder unique(Boolean unique) {
			this.unique = unique;
			return this;
		}

		/**
		 * Sets what it leads to in a voice channel.
		 * @param targetType what it leads to in a voice channel; {@code null} for the
		 * channel
		 * @return this builder
		 */
		public Builder targetType(InviteTargetType targetType) {
			this.targetType = targetType;
			return this;
		}

		/**
		 * Sets whose stream it leads to.
		 * @param targetUserId whose stream it leads to; {@code null} for none
		 * @return this builder
		 */
		public Builder targetUserId(Snowflake targetUserId) {
			this.targetUserId = targetUserId;
			return this;
		}

		/**
		 * Sets which application it leads to.
		 * @param targetApplicationId which application it leads to; {@code null} for none
		 * @return this builder
		 */
		public Builder targetApplicationId(Snowflake targetApplicationId) {
			this.targetApplicationId = targetApplicationId;
			return this;
		}

		/**
		 * Sets the roles that those who come get.
		 * @param roleIds the roles that those who come get; {@code null} for none
		 * @return this builder
		 */
		public Builder roleIds(Snowflake... roleIds) {
			this.roleIds = List.of(roleIds);
			return this;
		}

		/**
		 * Makes it.
		 * @return what was put together
		 * @throws IllegalArgumentException when Discord would refuse it
		 */
		public CreateInvite build() {
			return new CreateInvite(this.maxAge, this.maxUses, this.temporary, this.unique, this.targetType,
					this.targetUserId, this.targetApplicationId, this.roleIds);
		}

	}

}
