package io.github.discordgateway.listener;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.github.discordgateway.Intent;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.listener.ListenerIntents.Finding;
import io.github.discordgateway.listener.ListenerIntents.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ListenerIntents}.
 */
class ListenerIntentsTests {

	@ParameterizedTest
	@EnumSource
	void choosesForEachEventWhatGatesItWithoutPrivilege(EventType type) {
		ListenerIntents chosen = ListenerIntents.of(List.of(StubHandler.of("listener", type.name())), null);
		Set<Intent> expected = EnumSet.of(Intent.GUILDS);
		type.intents().stream().filter((intent) -> !intent.isPrivileged()).forEach(expected::add);
		assertThat(chosen.intents()).isEqualTo(expected);
		boolean onlyPrivileged = !type.intents().isEmpty() && type.intents().stream().allMatch(Intent::isPrivileged);
		assertThat(messages(chosen, Kind.WARNING)).hasSize(onlyPrivileged ? 1 : 0);
	}

	@Test
	void withoutListenersOnlyGuilds() {
		ListenerIntents chosen = ListenerIntents.of(List.of(), null);
		assertThat(chosen.intents()).containsExactly(Intent.GUILDS);
		assertThat(chosen.findings()).hasSize(1);
	}

	@Test
	void saysInOneSentenceWhatWasChosenAndWhy() {
		ListenerIntents chosen = ListenerIntents
			.of(List.of(StubHandler.of("a", "MESSAGE_DELETE"), StubHandler.of("b", "READY", "UNHEARD_OF")), null);
		assertThat(chosen.intents()).containsExactly(Intent.GUILDS, Intent.GUILD_MESSAGES, Intent.DIRECT_MESSAGES);
		assertThat(chosen.findings()).containsExactly(new Finding(Kind.CHOICE,
				"Chose the intents GUILDS, GUILD_MESSAGES, DIRECT_MESSAGES, as discord.gateway.intents is not set: "
						+ "what the listeners of READY, MESSAGE_DELETE need, and always GUILDS"));
	}

	@Test
	void warnsAboutAListenerThatNeedsAPrivilegedIntent() {
		ListenerIntents chosen = ListenerIntents
			.of(List.of(StubHandler.of("com.acme.Greeter.onJoin(GuildMemberAdd)", "GUILD_MEMBER_ADD")), null);
		assertThat(chosen.intents()).containsExactly(Intent.GUILDS);
		assertThat(messages(chosen, Kind.WARNING)).singleElement()
			.isEqualTo("Listener com.acme.Greeter.onJoin(GuildMemberAdd) wants GUILD_MEMBER_ADD, which Discord sends "
					+ "only with the privileged intent GUILD_MEMBERS; it is never chosen by itself. Set "
					+ "discord.gateway.intents=GUILDS,GUILD_MEMBERS, and switch on 'Server Members Intent' on the Bot "
					+ "page of the application in https://discord.com/developers/applications");
	}

	@Test
	void knowsThatUpdatesOfTheBotItselfNeedNoIntent() {
		StubHandler listener = StubHandler.of("listener", "GUILD_MEMBER_UPDATE");
		assertThat(messages(ListenerIntents.of(List.of(listener), null), Kind.WARNING)).singleElement()
			.asString()
			.contains("except about the bot itself");
		assertThat(messages(ListenerIntents.of(List.of(listener), Set.of()), Kind.WARNING)).singleElement()
			.asString()
			.contains("except about the bot itself");
	}

	@Test
	void hintsOnceAtMessageContent() {
		List<StubHandler> listeners = List.of(StubHandler.of("first", "MESSAGE_CREATE"),
				StubHandler.of("second", "MESSAGE_UPDATE", "AUTO_MODERATION_ACTION_EXECUTION"));
		assertThat(messages(ListenerIntents.of(listeners, null), Kind.HINT)).singleElement()
			.asString()
			.startsWith("Listener first wants MESSAGE_CREATE")
			.contains("MESSAGE_CONTENT the content of messages is empty")
			.contains("direct messages")
			.contains("discord.gateway.intents=GUILDS,GUILD_MESSAGES,DIRECT_MESSAGES,MESSAGE_CONTENT,"
					+ "AUTO_MODERATION_EXECUTION")
			.contains("'Message Content Intent'");
		assertThat(messages(ListenerIntents.of(listeners, Set.of(Intent.GUILD_MESSAGES)), Kind.HINT)).hasSize(1);
		assertThat(messages(ListenerIntents.of(listeners, Set.of(Intent.GUILD_MESSAGES, Intent.MESSAGE_CONTENT)),
				Kind.HINT))
			.isEmpty();
	}

	@Test
	void catchAllChoosesAllThatIsNotPrivilegedWithoutWarning() {
		ListenerIntents chosen = ListenerIntents.of(List.of(StubHandler.of("catchAll")), null);
		assertThat(Intent.valueOf(chosen.intents())).isEqualTo(53575421);
		assertThat(messages(chosen, Kind.CHOICE)).singleElement()
			.asString()
			.contains("because catchAll wants every event");
		assertThat(messages(chosen, Kind.WARNING)).isEmpty();
	}

	@Test
	void catchAllIsToldOnceWhatIsPrivileged() {
		List<StubHandler> handlers = List.of(StubHandler.of("named", "MESSAGE_CREATE"), StubHandler.of("catchAll"),
				StubHandler.of("another"));
		ListenerIntents chosen = ListenerIntents.of(handlers, null);
		assertThat(messages(chosen, Kind.HINT)).singleElement()
			.asString()
			.startsWith("Listener catchAll wants every event, and gets")
			.contains("without GUILD_MEMBERS no GUILD_MEMBER_ADD", "GUILD_MEMBER_REMOVE", "(but about the bot itself)")
			.contains("without GUILD_PRESENCES no PRESENCE_UPDATE")
			.contains("without MESSAGE_CONTENT messages with an empty content, except in direct messages")
			.contains("discord.gateway.intents=GUILDS,GUILD_MEMBERS,", "GUILD_PRESENCES,", "MESSAGE_CONTENT,")
			.contains("'Server Members Intent'", "'Presence Intent'", "'Message Content Intent'");
	}

	@Test
	void catchAllIsToldOnlyWhatTheGivenIntentsLeaveOut() {
		List<StubHandler> catchAll = List.of(StubHandler.of("catchAll"));
		assertThat(messages(ListenerIntents.of(catchAll, EnumSet.allOf(Intent.class)), Kind.HINT)).isEmpty();
		assertThat(messages(ListenerIntents.of(catchAll, Set.of(Intent.GUILDS, Intent.GUILD_PRESENCES)), Kind.HINT))
			.singleElement()
			.asString()
			.contains("without GUILD_MEMBERS")
			.doesNotContain("without GUILD_PRESENCES", "MESSAGE_CONTENT")
			.endsWith("set discord.gateway.intents=GUILDS,GUILD_MEMBERS,GUILD_PRESENCES, and switch on 'Server Members "
					+ "Intent' on the Bot page of the application in https://discord.com/developers/applications");
	}

	@Test
	void catchAllThatComesLateIsTold() {
		assertThat(ListenerIntents.missing(StubHandler.of("late"), Set.of(Intent.GUILDS))).singleElement()
			.satisfies((finding) -> assertThat(finding.kind()).isEqualTo(Kind.HINT))
			.extracting(Finding::message)
			.asString()
			.contains("Listener late wants every event", "GUILD_MEMBERS");
	}

	@Test
	void catchAllDoesNotSilenceTheWarningOfAnother() {
		ListenerIntents chosen = ListenerIntents
			.of(List.of(StubHandler.of("catchAll"), StubHandler.of("presences", "PRESENCE_UPDATE")), null);
		assertThat(messages(chosen, Kind.WARNING)).singleElement().asString().contains("'Presence Intent'");
	}

	@Test
	void givenIntentsAreUsedAsGiven() {
		ListenerIntents given = ListenerIntents.of(List.of(StubHandler.of("listener", "MESSAGE_DELETE")),
				Set.of(Intent.GUILD_PRESENCES, Intent.DIRECT_MESSAGES));
		assertThat(given.intents()).containsExactly(Intent.GUILD_PRESENCES, Intent.DIRECT_MESSAGES);
		assertThat(given.findings()).containsExactly(new Finding(Kind.CHOICE,
				"Using the intents GUILD_PRESENCES, DIRECT_MESSAGES, as set in discord.gateway.intents"));
	}

	@Test
	void warnsAboutAListenerThatCanNeverFireWithTheGivenIntents() {
		ListenerIntents given = ListenerIntents
			.of(List.of(StubHandler.of("deletes", "MESSAGE_DELETE"), StubHandler.of("joins", "GUILD_MEMBER_ADD"),
					StubHandler.of("catchAll"), StubHandler.of("ungated", "READY", "UNHEARD_OF")), Set.of());
		assertThat(given.intents()).isEmpty();
		assertThat(messages(given, Kind.WARNING)).satisfiesExactly(
				(message) -> assertThat(message).contains("Listener deletes wants MESSAGE_DELETE")
					.contains("Add GUILD_MESSAGES or DIRECT_MESSAGES to it"),
				(message) -> assertThat(message).contains("Listener joins wants GUILD_MEMBER_ADD")
					.contains("Add GUILD_MEMBERS to it, and switch on 'Server Members Intent'"));
	}

	private static List<String> messages(ListenerIntents intents, Kind kind) {
		return intents.findings().stream().filter((finding) -> finding.kind() == kind).map(Finding::message).toList();
	}

}
