package io.github.discordgateway.model.user;

import io.github.discordgateway.model.Flags;

/**
 * What an account is, and what it has been honoured with.
 *
 * @param bits the bits, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/user#user-object-user-flags">Discord's
 * documentation</a>
 */
public record UserFlags(long bits) implements Flags<UserFlags> {

	/** Works for Discord. */
	public static final UserFlags STAFF = new UserFlags(1L << 0);

	/** Owns a guild that is a partner of Discord. */
	public static final UserFlags PARTNER = new UserFlags(1L << 1);

	/** Belongs to the HypeSquad for events. */
	public static final UserFlags HYPESQUAD = new UserFlags(1L << 2);

	/** Has found bugs, level 1. */
	public static final UserFlags BUG_HUNTER_LEVEL_1 = new UserFlags(1L << 3);

	/** May log in with a second factor by SMS. Not documented by Discord. */
	public static final UserFlags MFA_SMS = new UserFlags(1L << 4);

	/** Has dismissed an offer of Nitro. Not documented by Discord. */
	public static final UserFlags PREMIUM_PROMO_DISMISSED = new UserFlags(1L << 5);

	/** Belongs to the HypeSquad's house of Bravery. */
	public static final UserFlags HYPESQUAD_ONLINE_HOUSE_1 = new UserFlags(1L << 6);

	/** Belongs to the HypeSquad's house of Brilliance. */
	public static final UserFlags HYPESQUAD_ONLINE_HOUSE_2 = new UserFlags(1L << 7);

	/** Belongs to the HypeSquad's house of Balance. */
	public static final UserFlags HYPESQUAD_ONLINE_HOUSE_3 = new UserFlags(1L << 8);

	/** Has had Nitro since its early days. */
	public static final UserFlags PREMIUM_EARLY_SUPPORTER = new UserFlags(1L << 9);

	/** Is not an account but a team, as the owner of an application. */
	public static final UserFlags TEAM_PSEUDO_USER = new UserFlags(1L << 10);

	/** Has not read an urgent message of Discord's. Not documented by Discord. */
	public static final UserFlags HAS_UNREAD_URGENT_MESSAGES = new UserFlags(1L << 13);

	/** Has found bugs, level 2. */
	public static final UserFlags BUG_HUNTER_LEVEL_2 = new UserFlags(1L << 14);

	/** Is a verified bot. */
	public static final UserFlags VERIFIED_BOT = new UserFlags(1L << 16);

	/** Had a bot verified in the early days of that. */
	public static final UserFlags VERIFIED_DEVELOPER = new UserFlags(1L << 17);

	/** Has taken part in Discord's programmes for moderators. */
	public static final UserFlags CERTIFIED_MODERATOR = new UserFlags(1L << 18);

	/** Is a bot that works by interactions over HTTP alone, and is shown as online. */
	public static final UserFlags BOT_HTTP_INTERACTIONS = new UserFlags(1L << 19);

	/** Is held to send spam. Not documented by Discord. */
	public static final UserFlags SPAMMER = new UserFlags(1L << 20);

	/** Must do without the features of Nitro. Not documented by Discord. */
	public static final UserFlags DISABLE_PREMIUM = new UserFlags(1L << 21);

	/** Develops an application that is in use. Not documented by Discord. */
	public static final UserFlags ACTIVE_DEVELOPER = new UserFlags(1L << 22);

	/** Is restricted because of what it has done lately. Not documented by Discord. */
	public static final UserFlags QUARANTINED = new UserFlags(1L << 44);

	/** Works with Discord, with the rights of staff. Not documented by Discord. */
	public static final UserFlags COLLABORATOR = new UserFlags(1L << 50);

	/** Works with Discord, with a few rights of staff. Not documented by Discord. */
	public static final UserFlags RESTRICTED_COLLABORATOR = new UserFlags(1L << 51);

	/** The name of the constants, and what is not known in hexadecimal. */
	@Override
	public String toString() {
		return names().toString();
	}

}
