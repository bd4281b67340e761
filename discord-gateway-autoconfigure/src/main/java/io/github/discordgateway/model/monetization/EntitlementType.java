package io.github.discordgateway.model.monetization;

import io.github.discordgateway.model.IntValue;

/**
 * Entitlement type.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/entitlement#entitlement-object-entitlement-types">Discord's
 * documentation</a>
 */
public record EntitlementType(int value) implements IntValue {

	/** Purchase. */
	public static final EntitlementType PURCHASE = new EntitlementType(1);

	/** Premium subscription. */
	public static final EntitlementType PREMIUM_SUBSCRIPTION = new EntitlementType(2);

	/** Developer gift. */
	public static final EntitlementType DEVELOPER_GIFT = new EntitlementType(3);

	/** Test mode purchase. */
	public static final EntitlementType TEST_MODE_PURCHASE = new EntitlementType(4);

	/** Free purchase. */
	public static final EntitlementType FREE_PURCHASE = new EntitlementType(5);

	/** User gift. */
	public static final EntitlementType USER_GIFT = new EntitlementType(6);

	/** Premium purchase. */
	public static final EntitlementType PREMIUM_PURCHASE = new EntitlementType(7);

	/** Application subscription. */
	public static final EntitlementType APPLICATION_SUBSCRIPTION = new EntitlementType(8);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
