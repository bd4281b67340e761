package io.github.discordgateway.model.guild;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.user.AvatarDecorationData;
import io.github.discordgateway.model.user.Collectibles;
import io.github.discordgateway.model.user.DisplayNameStyles;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

/**
 * Builds {@link Member members}, in tests above all. What is not set is absent, empty or
 * false; there are flags, of which none is set.
 */
public final class MemberBuilder {

	private @Nullable User user;

	private @Nullable String nick;

	private @Nullable String avatar;

	private @Nullable String banner;

	private List<Snowflake> roles = List.of();

	private @Nullable Instant joinedAt;

	private @Nullable Instant premiumSince;

	private @Nullable Boolean deaf = false;

	private @Nullable Boolean mute = false;

	private @Nullable GuildMemberFlags flags = new GuildMemberFlags(0);

	private boolean pending;

	private @Nullable Permissions permissions;

	private @Nullable Instant communicationDisabledUntil;

	private @Nullable AvatarDecorationData avatarDecorationData;

	private @Nullable Collectibles collectibles;

	private @Nullable Snowflake guildId;

	private @Nullable DisplayNameStyles displayNameStyles;

	MemberBuilder() {
	}

	MemberBuilder(Member member) {
		this.user = member.user();
		this.nick = member.nick();
		this.avatar = member.avatar();
		this.banner = member.banner();
		this.roles = member.roles();
		this.joinedAt = member.joinedAt();
		this.premiumSince = member.premiumSince();
		this.deaf = member.deaf();
		this.mute = member.mute();
		this.flags = member.flags();
		this.pending = member.pending();
		this.permissions = member.permissions();
		this.communicationDisabledUntil = member.communicationDisabledUntil();
		this.avatarDecorationData = member.avatarDecorationData();
		this.collectibles = member.collectibles();
		this.guildId = member.guildId();
		this.displayNameStyles = member.displayNameStyles();
	}

	/**
	 * Sets the account, left out in events of messages.
	 * @param user the account, left out in events of messages, then {@code null}
	 * @return this builder
	 */
	public MemberBuilder user(@Nullable User user) {
		this.user = user;
		return this;
	}

	/**
	 * Sets the nickname.
	 * @param nick the nickname; {@code null} when absent
	 * @return this builder
	 */
	public MemberBuilder nick(@Nullable String nick) {
		this.nick = nick;
		return this;
	}

	/**
	 * Sets the hash of the avatar that is shown in this guild.
	 * @param avatar hash of the avatar that is shown in this guild; {@code null} when
	 * absent
	 * @return this builder
	 */
	public MemberBuilder avatar(@Nullable String avatar) {
		this.avatar = avatar;
		return this;
	}

	/**
	 * Sets the hash of the banner that is shown in this guild.
	 * @param banner hash of the banner that is shown in this guild; {@code null} when
	 * absent
	 * @return this builder
	 */
	public MemberBuilder banner(@Nullable String banner) {
		this.banner = banner;
		return this;
	}

	/**
	 * Sets the ids of the roles, without that of everyone.
	 * @param roles ids of the roles, without that of everyone
	 * @return this builder
	 */
	public MemberBuilder roles(List<Snowflake> roles) {
		this.roles = RecordValues.requiredList("roles", roles);
		return this;
	}

	/**
	 * Sets when the member joined.
	 * @param joinedAt when the member joined; {@code null} for guests in voice channels
	 * @return this builder
	 */
	public MemberBuilder joinedAt(@Nullable Instant joinedAt) {
		this.joinedAt = joinedAt;
		return this;
	}

	/**
	 * Sets since when the member boosts the guild.
	 * @param premiumSince since when the member boosts the guild; {@code null} when
	 * absent
	 * @return this builder
	 */
	public MemberBuilder premiumSince(@Nullable Instant premiumSince) {
		this.premiumSince = premiumSince;
		return this;
	}

	/**
	 * Sets whether moderators have deafened the user in the guild.
	 * @param deaf whether moderators have deafened the user in the guild; {@code null}
	 * when absent
	 * @return this builder
	 */
	public MemberBuilder deaf(@Nullable Boolean deaf) {
		this.deaf = deaf;
		return this;
	}

	/**
	 * Sets whether moderators have muted the user in the guild.
	 * @param mute whether moderators have muted the user in the guild; {@code null} when
	 * absent
	 * @return this builder
	 */
	public MemberBuilder mute(@Nullable Boolean mute) {
		this.mute = mute;
		return this;
	}

	/**
	 * Sets the flags that are set.
	 * @param flags the flags that are set; {@code null} when absent
	 * @return this builder
	 */
	public MemberBuilder flags(@Nullable GuildMemberFlags flags) {
		this.flags = flags;
		return this;
	}

	/**
	 * Sets whether the member has yet to pass the guild's membership screening.
	 * @param pending whether the member has yet to pass the guild's membership screening;
	 * {@code false} when absent
	 * @return this builder
	 */
	public MemberBuilder pending(boolean pending) {
		this.pending = pending;
		return this;
	}

	/**
	 * Sets what the member may do in the channel.
	 * @param permissions what the member may do in the channel, only in interactions;
	 * otherwise {@code null}
	 * @return this builder
	 */
	public MemberBuilder permissions(@Nullable Permissions permissions) {
		this.permissions = permissions;
		return this;
	}

	/**
	 * Sets until when the member is timed out, which may be in the past.
	 * @param communicationDisabledUntil until when the member is timed out, which may be
	 * in the past; {@code null} when absent
	 * @return this builder
	 */
	public MemberBuilder communicationDisabledUntil(@Nullable Instant communicationDisabledUntil) {
		this.communicationDisabledUntil = communicationDisabledUntil;
		return this;
	}

	/**
	 * Sets what decorates the avatar in this guild.
	 * @param avatarDecorationData what decorates the avatar in this guild; {@code null}
	 * when absent
	 * @return this builder
	 */
	public MemberBuilder avatarDecorationData(@Nullable AvatarDecorationData avatarDecorationData) {
		this.avatarDecorationData = avatarDecorationData;
		return this;
	}

	/**
	 * Sets what else is shown of what the user has collected.
	 * @param collectibles what else is shown of what the user has collected; {@code null}
	 * when absent
	 * @return this builder
	 */
	public MemberBuilder collectibles(@Nullable Collectibles collectibles) {
		this.collectibles = collectibles;
		return this;
	}

	/**
	 * Sets the id of the guild.
	 * @param guildId id of the guild; {@code null} when absent
	 * @return this builder
	 */
	public MemberBuilder guildId(@Nullable Snowflake guildId) {
		this.guildId = guildId;
		return this;
	}

	/**
	 * Sets how the name is drawn in this guild.
	 * @param displayNameStyles how the name is drawn in this guild; {@code null} when
	 * absent
	 * @return this builder
	 */
	public MemberBuilder displayNameStyles(@Nullable DisplayNameStyles displayNameStyles) {
		this.displayNameStyles = displayNameStyles;
		return this;
	}

	/**
	 * Builds the member.
	 * @return a member with the values that were set
	 */
	public Member build() {
		return new Member(this.user, this.nick, this.avatar, this.banner, this.roles, this.joinedAt, this.premiumSince,
				this.deaf, this.mute, this.flags, this.pending, this.permissions, this.communicationDisabledUntil,
				this.avatarDecorationData, this.collectibles, this.guildId, this.displayNameStyles);
	}

}
