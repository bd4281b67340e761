package io.github.discordgateway.simulator;

import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields that Discord writes for some objects and not for others. The simulator does
 * so, too, as far as they say nothing: whether one is there follows from the identity of
 * the object, so that it stays with it and two runs are alike.
 */
final class OptionalFields {

	static final Set<String> USER = Set.of("public_flags", "avatar_decoration_data", "collectibles", "primary_guild");

	static final Set<String> MEMBER = Set.of("nick", "premium_since", "pending", "communication_disabled_until",
			"avatar_decoration_data", "collectibles");

	static final Set<String> ROLE = Set.of("icon", "unicode_emoji");

	static final Set<String> CHANNEL = Set.of("topic", "nsfw", "last_message_id", "rate_limit_per_user",
			"last_pin_timestamp", "rtc_region", "flags");

	static final Set<String> VOICE_STATE = Set.of("self_stream");

	static final Set<String> GUILD = Set.of("widget_enabled", "widget_channel_id", "max_presences",
			"premium_subscription_count", "stickers");

	static final Set<String> MESSAGE = Set.of("flags", "components");

	private OptionalFields() {
	}

	/**
	 * Leaves out some of the fields that say nothing.
	 * @param object changed in place
	 * @param optional the names of those that may be left out
	 * @param identity whatever tells this object from others of its kind
	 * @return the object
	 */
	static ObjectNode thin(ObjectNode object, Set<String> optional, long identity) {
		for (String name : optional) {
			if (saysNothing(object.path(name)) && isLeftOut(name, identity)) {
				object.remove(name);
			}
		}
		return object;
	}

	private static boolean saysNothing(JsonNode value) {
		return value.isNull() || (value.isBoolean() && !value.booleanValue())
				|| (value.isIntegralNumber() && value.longValue() == 0) || (value.isArray() && value.isEmpty());
	}

	/** One in two, without a pattern that the eye would see. */
	private static boolean isLeftOut(String name, long identity) {
		long mixed = (identity + name.hashCode()) * 0x9E3779B97F4A7C15L;
		return ((mixed ^ (mixed >>> 32)) & 0x10000) == 0;
	}

}
