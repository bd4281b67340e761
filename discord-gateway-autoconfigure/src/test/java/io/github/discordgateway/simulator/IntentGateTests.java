package io.github.discordgateway.simulator;

import java.util.EnumSet;
import java.util.Set;

import io.github.discordgateway.Intent;
import io.github.discordgateway.event.EventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link IntentGate} and for what {@link OutgoingEvent} makes of it.
 */
class IntentGateTests {

	private static final String BOT = SimulatedWorld.BOT_ID.toString();

	private static final String MESSAGE = """
			{"id":"1","guild_id":"2","author":{"id":"3"},"content":"secret","embeds":[{}],"attachments":[{}],\
			"components":[{}],"mentions":[],"poll":{}}""";

	@ParameterizedTest
	@EnumSource
	void tableAgreesWithTheTableOfEvents(EventType type) {
		assertThat(IntentGate.intentsOf(type.name())).isEqualTo(type.intents());
	}

	@Test
	void unknownEventIsAlwaysSent() {
		assertThat(IntentGate.lets("SOMETHING_NEW", true, Set.of())).isTrue();
	}

	@Test
	void placeDecidesWhichIntentCounts() {
		assertThat(IntentGate.lets("MESSAGE_CREATE", true, Set.of(Intent.GUILD_MESSAGES))).isTrue();
		assertThat(IntentGate.lets("MESSAGE_CREATE", true, Set.of(Intent.DIRECT_MESSAGES))).isFalse();
		assertThat(IntentGate.lets("MESSAGE_CREATE", false, Set.of(Intent.GUILD_MESSAGES))).isFalse();
		assertThat(IntentGate.lets("MESSAGE_CREATE", false, Set.of(Intent.DIRECT_MESSAGES))).isTrue();
		assertThat(IntentGate.lets("GUILD_CREATE", false, Set.of(Intent.GUILDS))).isTrue();
	}

	@Test
	void changesOfTheBotItselfNeedNoPrivilegedIntent() {
		String update = "{\"guild_id\":\"1\",\"user\":{\"id\":\"%s\"}}";
		assertThat(OutgoingEvent.of("GUILD_MEMBER_UPDATE", update.formatted(BOT)).passes(Set.of())).isTrue();
		assertThat(OutgoingEvent.of("GUILD_MEMBER_UPDATE", update.formatted("7")).passes(Set.of())).isFalse();
	}

	@Test
	void threadMembersOtherThanTheBotNeedThePrivilegedIntent() {
		OutgoingEvent other = OutgoingEvent.of("THREAD_MEMBERS_UPDATE",
				"{\"guild_id\":\"1\",\"removed_member_ids\":[\"7\"]}");
		OutgoingEvent bot = OutgoingEvent.of("THREAD_MEMBERS_UPDATE",
				"{\"guild_id\":\"1\",\"added_members\":[{\"user_id\":\"" + BOT + "\"}]}");
		assertThat(other.passes(Set.of(Intent.GUILDS))).isFalse();
		assertThat(other.passes(Set.of(Intent.GUILD_MEMBERS))).isTrue();
		assertThat(bot.passes(Set.of(Intent.GUILDS))).isTrue();
		assertThat(bot.passes(Set.of())).isFalse();
	}

	@Test
	void messageIsEmptiedWithoutMessageContent() {
		String seen = OutgoingEvent.of("MESSAGE_CREATE", MESSAGE).jsonFor(Set.of(Intent.GUILD_MESSAGES));
		assertThat(seen).isEqualTo("""
				{"id":"1","guild_id":"2","author":{"id":"3"},"content":"","embeds":[],"attachments":[],\
				"components":[],"mentions":[]}""");
		assertThat(OutgoingEvent.of("MESSAGE_UPDATE", MESSAGE).jsonFor(Set.of())).isEqualTo(seen);
	}

	@Test
	void messageIsWholeWithMessageContentAndInTheCasesThatDiscordExcepts() {
		assertThat(OutgoingEvent.of("MESSAGE_CREATE", MESSAGE).jsonFor(EnumSet.allOf(Intent.class))).isEqualTo(MESSAGE);
		for (String excepted : new String[] { MESSAGE.replace("\"guild_id\":\"2\",", ""),
				MESSAGE.replace("\"author\":{\"id\":\"3\"}", "\"author\":{\"id\":\"" + BOT + "\"}"),
				MESSAGE.replace("\"mentions\":[]", "\"mentions\":[{\"id\":\"" + BOT + "\"}]") }) {
			assertThat(OutgoingEvent.of("MESSAGE_CREATE", excepted).jsonFor(Set.of())).isEqualTo(excepted);
		}
	}

	@Test
	void entitlementsGoToTheFirstShard() {
		assertThat(OutgoingEvent.of("ENTITLEMENT_CREATE", "{\"guild_id\":\"5\"}").routingGuildId()).isNull();
		assertThat(OutgoingEvent.of("TYPING_START", "{\"guild_id\":\"5\"}").routingGuildId()).hasToString("5");
	}

	@Test
	void guildIsFoundWhereTheEventHasIt() {
		assertThat(OutgoingEvent.of("GUILD_DELETE", "{\"id\":\"5\"}").guildId()).hasToString("5");
		assertThat(OutgoingEvent.of("TYPING_START", "{\"id\":\"4\",\"guild_id\":\"5\"}").guildId()).hasToString("5");
		assertThat(OutgoingEvent.of("RATE_LIMITED", "{\"meta\":{\"guild_id\":5}}").guildId()).hasToString("5");
		assertThat(OutgoingEvent.of("TYPING_START", "{\"guild_id\":\"five\"}").guildId()).isNull();
		assertThat(OutgoingEvent.of("TYPING_START", "{").guildId()).isNull();
	}

}
