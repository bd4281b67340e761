package io.github.discordgateway.simulator;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.discordgateway.Intent;

/**
 * Which intent lets an event through. Many events exist in guilds and in direct messages,
 * and the place decides which of two intents counts.
 *
 * @see <a href="https://discord.com/developers/docs/events/gateway#list-of-intents">List
 * of intents</a>
 */
final class IntentGate {

	private static final Map<Intent, List<String>> EVENTS = new EnumMap<>(Intent.class);

	static {
		EVENTS.put(Intent.GUILDS,
				List.of("CHANNEL_CREATE", "CHANNEL_UPDATE", "CHANNEL_DELETE", "CHANNEL_PINS_UPDATE", "THREAD_CREATE",
						"THREAD_UPDATE", "THREAD_DELETE", "THREAD_LIST_SYNC", "THREAD_MEMBER_UPDATE",
						"THREAD_MEMBERS_UPDATE", "GUILD_CREATE", "GUILD_UPDATE", "GUILD_DELETE", "GUILD_ROLE_CREATE",
						"GUILD_ROLE_UPDATE", "GUILD_ROLE_DELETE", "STAGE_INSTANCE_CREATE", "STAGE_INSTANCE_UPDATE",
						"STAGE_INSTANCE_DELETE", "VOICE_CHANNEL_START_TIME_UPDATE", "VOICE_CHANNEL_STATUS_UPDATE"));
		EVENTS.put(Intent.GUILD_MEMBERS,
				List.of("THREAD_MEMBERS_UPDATE", "GUILD_MEMBER_ADD", "GUILD_MEMBER_REMOVE", "GUILD_MEMBER_UPDATE"));
		EVENTS.put(Intent.GUILD_MODERATION,
				List.of("GUILD_AUDIT_LOG_ENTRY_CREATE", "GUILD_BAN_ADD", "GUILD_BAN_REMOVE"));
		EVENTS.put(Intent.GUILD_EXPRESSIONS,
				List.of("GUILD_EMOJIS_UPDATE", "GUILD_STICKERS_UPDATE", "GUILD_SOUNDBOARD_SOUND_CREATE",
						"GUILD_SOUNDBOARD_SOUND_UPDATE", "GUILD_SOUNDBOARD_SOUND_DELETE",
						"GUILD_SOUNDBOARD_SOUNDS_UPDATE"));
		EVENTS.put(Intent.GUILD_INTEGRATIONS,
				List.of("GUILD_INTEGRATIONS_UPDATE", "INTEGRATION_CREATE", "INTEGRATION_UPDATE", "INTEGRATION_DELETE"));
		EVENTS.put(Intent.GUILD_WEBHOOKS, List.of("WEBHOOKS_UPDATE"));
		EVENTS.put(Intent.GUILD_INVITES, List.of("INVITE_CREATE", "INVITE_DELETE"));
		EVENTS.put(Intent.GUILD_VOICE_STATES, List.of("VOICE_CHANNEL_EFFECT_SEND", "VOICE_STATE_UPDATE"));
		EVENTS.put(Intent.GUILD_PRESENCES, List.of("PRESENCE_UPDATE"));
		EVENTS.put(Intent.GUILD_MESSAGES,
				List.of("MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "MESSAGE_DELETE_BULK"));
		EVENTS.put(Intent.GUILD_MESSAGE_REACTIONS, List.of("MESSAGE_REACTION_ADD", "MESSAGE_REACTION_REMOVE",
				"MESSAGE_REACTION_REMOVE_ALL", "MESSAGE_REACTION_REMOVE_EMOJI"));
		EVENTS.put(Intent.GUILD_MESSAGE_TYPING, List.of("TYPING_START"));
		EVENTS.put(Intent.DIRECT_MESSAGES,
				List.of("CHANNEL_PINS_UPDATE", "MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE"));
		EVENTS.put(Intent.DIRECT_MESSAGE_REACTIONS, List.of("MESSAGE_REACTION_ADD", "MESSAGE_REACTION_REMOVE",
				"MESSAGE_REACTION_REMOVE_ALL", "MESSAGE_REACTION_REMOVE_EMOJI"));
		EVENTS.put(Intent.DIRECT_MESSAGE_TYPING, List.of("TYPING_START"));
		EVENTS.put(Intent.GUILD_SCHEDULED_EVENTS,
				List.of("GUILD_SCHEDULED_EVENT_CREATE", "GUILD_SCHEDULED_EVENT_UPDATE", "GUILD_SCHEDULED_EVENT_DELETE",
						"GUILD_SCHEDULED_EVENT_USER_ADD", "GUILD_SCHEDULED_EVENT_USER_REMOVE"));
		EVENTS.put(Intent.AUTO_MODERATION_CONFIGURATION,
				List.of("AUTO_MODERATION_RULE_CREATE", "AUTO_MODERATION_RULE_UPDATE", "AUTO_MODERATION_RULE_DELETE"));
		EVENTS.put(Intent.AUTO_MODERATION_EXECUTION, List.of("AUTO_MODERATION_ACTION_EXECUTION"));
		EVENTS.put(Intent.GUILD_MESSAGE_POLLS, List.of("MESSAGE_POLL_VOTE_ADD", "MESSAGE_POLL_VOTE_REMOVE"));
		EVENTS.put(Intent.DIRECT_MESSAGE_POLLS, List.of("MESSAGE_POLL_VOTE_ADD", "MESSAGE_POLL_VOTE_REMOVE"));
	}

	private static final Set<Intent> DIRECT = EnumSet.of(Intent.DIRECT_MESSAGES, Intent.DIRECT_MESSAGE_REACTIONS,
			Intent.DIRECT_MESSAGE_TYPING, Intent.DIRECT_MESSAGE_POLLS);

	private static final Map<String, Set<Intent>> INTENTS = new HashMap<>();

	static {
		EVENTS.forEach((intent, events) -> events
			.forEach((event) -> INTENTS.computeIfAbsent(event, (key) -> EnumSet.noneOf(Intent.class)).add(intent)));
	}

	private IntentGate() {
	}

	/**
	 * The intents that gate an event, in guilds and elsewhere.
	 * @param eventName Discord's name of the event
	 * @return the intents, any of which is enough; empty when it is always sent
	 */
	static Set<Intent> intentsOf(String eventName) {
		return INTENTS.getOrDefault(eventName, Set.of());
	}

	/**
	 * Whether a session is to receive an event.
	 * @param eventName Discord's name of the event
	 * @param inGuild whether it happened in a guild
	 * @param granted the session's intents
	 * @return whether one of the intents that count at that place is granted
	 */
	static boolean lets(String eventName, boolean inGuild, Set<Intent> granted) {
		Set<Intent> intents = intentsOf(eventName);
		if (intents.isEmpty()) {
			return true;
		}
		for (Intent intent : intents) {
			// An event that has no intent of its own for direct messages keeps its guild
			// one.
			boolean counts = DIRECT.contains(intent) ? !inGuild
					: inGuild || !DIRECT.stream().anyMatch(intents::contains);
			if (counts && granted.contains(intent)) {
				return true;
			}
		}
		return false;
	}

}
