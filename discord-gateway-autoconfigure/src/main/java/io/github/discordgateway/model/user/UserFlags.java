package io.github.discordgateway.model.user;

import io.github.discordgateway.model.Flags;

/**
 * User flags.
 *
 * @param bits the bits, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/user#user-object-user-flags">Discord's
 * documentation</a>
 */
public record UserFlags(long bits) implements Flags<UserFlags> {

	/** Staff. */
	public static final UserFlags STAFF = new UserFlags(1L << 0);

	/** Partner. */
	public static final UserFlags PARTNER = new UserFlags(1L << 1);

	/** Hypesquad. */
	public static final UserFlags HYPESQUAD = new UserFlags(1L << 2);

	/** Bug hunter level 1. */
	public static final UserFlags BUG_HUNTER_LEVEL_1 = new UserFlags(1L << 3);

	/** MFA SMS. Not documented by Discord. */
	public static final UserFlags MFA_SMS = new UserFlags(1L << 4);

	/** Premium promo dismissed. Not documented by Discord. */
	public static final UserFlags PREMIUM_PROMO_DISMISSED = new UserFlags(1L << 5);

	/** Hypesquad online house 1. */
	public static final UserFlags HYPESQUAD_ONLINE_HOUSE_1 = new UserFlags(1L << 6);

	/** Hypesquad online house 2. */
	public static final UserFlags HYPESQUAD_ONLINE_HOUSE_2 = new UserFlags(1L << 7);

	/** Hypesquad online house 3. */
	public static final UserFlags HYPESQUAD_ONLINE_HOUSE_3 = new UserFlags(1L << 8);

	/** Premium early supporter. */
	public static final UserFlags PREMIUM_EARLY_SUPPORTER = new UserFlags(1L << 9);

	/** Team pseudo user. */
	public static final UserFlags TEAM_PSEUDO_USER = new UserFlags(1L << 10);

	/** Has unread urgent messages. Not documented by Discord. */
	public static final UserFlags HAS_UNREAD_URGENT_MESSAGES = new UserFlags(1L << 13);

	/** Bug hunter level 2. */
	public static final UserFlags BUG_HUNTER_LEVEL_2 = new UserFlags(1L << 14);

	/** Verified bot. */
	public static final UserFlags VERIFIED_BOT = new UserFlags(1L << 16);

	/** Verified developer. */
	public static final UserFlags VERIFIED_DEVELOPER = new UserFlags(1L << 17);

	/** Certified moderator. */
	public static final UserFlags CERTIFIED_MODERATOR = new UserFlags(1L << 18);

	/** Bot HTTP interactions. */
	public static final UserFlags BOT_HTTP_INTERACTIONS = new UserFlags(1L << 19);

	/** Spammer. Not documented by Discord. */
	public static final UserFlags SPAMMER = new UserFlags(1L << 20);

	/** Disable premium. Not documented by Discord. */
	public static final UserFlags DISABLE_PREMIUM = new UserFlags(1L << 21);

	/** Active developer. Not documented by Discord. */
	public static final UserFlags ACTIVE_DEVELOPER = new UserFlags(1L << 22);

	/** Quarantined. Not documented by Discord. */
	public static final UserFlags QUARANTINED = new UserFlags(1L << 44);

	/** Collaborator. Not documented by Discord. */
	public static final UserFlags COLLABORATOR = new UserFlags(1L << 50);

	/** Restricted collaborator. Not documented by Discord. */
	public static final UserFlags RESTRICTED_COLLABORATOR = new UserFlags(1L << 51);

	/** The name of the constants, and what is not known in hexadecimal. */
	@Override
	public String toString() {
		return names().toString();
	}

}
