package io.github.discordgateway.listener;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.GuildCreate;
import io.github.discordgateway.event.IntegrationEvent;
import io.github.discordgateway.event.InviteCreate;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.event.MessageEvent;
import io.github.discordgateway.model.guild.Guild;
import io.github.discordgateway.model.guild.GuildState;
import io.github.discordgateway.model.guild.Member;
import io.github.discordgateway.model.message.Message;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for parts of events and for arguments that an application provides.
 */
class ListenerArgumentTests {

	private static final String MEMBER = "{\"nick\":\"al\",\"user\":{\"id\":\"7\",\"username\":\"alice\"}}";

	@Test
	void partsOfTheEventAreArguments() {
		ListenerRunner.of(Parts.class).run((context) -> {
			handle(context, "message", EventType.MESSAGE_CREATE, "{\"id\":\"1\",\"content\":\"new\"}");
			handle(context, "message", EventType.MESSAGE_UPDATE, "{\"id\":\"1\",\"content\":\"edited\"}");
			handle(context, "ban", EventType.GUILD_BAN_ADD,
					"{\"guild_id\":\"1\",\"user\":{\"id\":\"7\",\"username\":\"alice\"}}");
			handle(context, "join", EventType.GUILD_MEMBER_ADD, MEMBER);
			handle(context, "author", EventType.MESSAGE_CREATE,
					"{\"id\":\"1\",\"author\":{\"id\":\"7\",\"username\":\"alice\"}}");
			assertThat(context.getBean(Parts.class).calls).containsExactly("message new", "message edited", "ban alice",
					"join al", "author alice");
			assertThat(ListenerRunner.handler(context, "message").interest())
				.isEqualTo(EventInterest.in(Set.of("MESSAGE_CREATE", "MESSAGE_UPDATE"), EventForm.TYPED));
		});
	}

	@Test
	void eventWithoutThePartReachesOnlyThoseThatAllowIt() {
		ListenerRunner.of(Absent.class).run((context) -> {
			for (String id : List.of("required", "nullable", "optional")) {
				handle(context, id, EventType.MESSAGE_CREATE, "{\"id\":\"1\",\"member\":" + MEMBER + "}");
				handle(context, id, EventType.MESSAGE_CREATE, "{\"id\":\"1\"}");
			}
			assertThat(context.getBean(Absent.class).calls).containsExactly("required al", "nullable al",
					"nullable null", "optional al", "optional null");
		});
	}

	@Test
	void partOfAnEventThatIsOneOfSeveralThingsIsTakenWhenItIsThat() {
		ListenerRunner.of(Guilds.class).run((context) -> {
			for (String id : List.of("guild", "state")) {
				handle(context, id, EventType.GUILD_CREATE, "{\"id\":\"1\",\"name\":\"home\",\"owner_id\":\"2\"}");
				handle(context, id, EventType.GUILD_CREATE, "{\"id\":\"3\",\"unavailable\":true}");
			}
			assertThat(context.getBean(Guilds.class).calls).containsExactly("guild home", "state 1", "state 3");
		});
	}

	@Test
	void partThatIsMissingOrNotUniqueFailsTheStart() {
		ListenerRunner.assertRefused(MissingPart.class)
			.hasMessage("Listener " + MissingPart.class.getName() + ".on(Guild, MessageCreate) takes a "
					+ Guild.class.getName() + ", of which MESSAGE_CREATE has none. Let it take the event, "
					+ "MessageCreate, and get the Guild from it.");
		ListenerRunner.assertRefused(MissingInOneOfAGroup.class)
			.hasMessageContaining("takes a " + Message.class.getName() + ", of which INTEGRATION_");
		ListenerRunner.assertRefused(AmbiguousPart.class)
			.hasMessage("Listener " + AmbiguousPart.class.getName() + ".on(User, InviteCreate) takes a "
					+ User.class.getName()
					+ ", of which INVITE_CREATE has several: inviter, targetUser. Let it take the "
					+ "event, InviteCreate, and get the User from it.");
		ListenerRunner.assertRefused(PartOfNothing.class)
			.hasMessage("Listener " + PartOfNothing.class.getName()
					+ ".on(Message) does not say which events it wants. "
					+ "Let it take the record of an event, or name events: @GatewayListener(\"MESSAGE_CREATE\").");
		ListenerRunner.assertRefused(PartOfAll.class)
			.hasMessage("Listener " + PartOfAll.class.getName() + ".on(EventEnvelope, Message) takes a part of the "
					+ "event, but does not say which events it wants. Name them: @GatewayListener(types = "
					+ "MessageCreate.class).");
		ListenerRunner.assertRefused(PartOfUnknown.class)
			.hasMessage("Listener " + PartOfUnknown.class.getName() + ".on(Message) takes a part of the event, but "
					+ "wants NOBODY_KNOWS, for which there is no record. Let it take RawEvent, LazyEvent or JsonNode "
					+ "instead.");
	}

	@Test
	void resolversOfTheApplicationComeFirstInTheirOrder() {
		ListenerRunner.of(WithResolver.class, SecondResolver.class, WordResolver.class).run((context) -> {
			assertThat(ListenerRunner.handler(context, "word").interest().form()).isEqualTo(EventForm.TYPED);
			assertThat(ListenerRunner.handler(context, "both").interest().form()).isEqualTo(EventForm.TYPED_AND_RAW);
			handle(context, "word", EventType.MESSAGE_CREATE, "{\"id\":\"1\",\"content\":\"!ban bob\"}");
			handle(context, "both", EventType.MESSAGE_CREATE, "{\"id\":\"1\",\"content\":\"!ban bob\"}");
			assertThat(context.getBean(WithResolver.class).calls).containsExactly("bob", "bob of {}");
			assertThat(context.getBean("bean2", WordResolver.class).asked).as("asked once for each parameter")
				.isEqualTo(3);
		});
	}

	private static void handle(ApplicationContext context, String id, EventType type, String body) throws Exception {
		ListenerRunner.handler(context, id).handle(TestEvents.envelope(TestEvents.event(type, body), "{}"));
	}

	static class Parts {

		private final List<String> calls = new CopyOnWriteArrayList<>();

		@GatewayListener(id = "message", types = MessageEvent.class)
		void message(Message message) {
			this.calls.add("message " + message.content());
		}

		@GatewayListener(id = "ban", value = "GUILD_BAN_ADD")
		void ban(User user) {
			this.calls.add("ban " + user.username());
		}

		@GatewayListener(id = "join", value = "GUILD_MEMBER_ADD")
		void join(Member member) {
			this.calls.add("join " + member.nick());
		}

		@GatewayListener(id = "author")
		void author(MessageCreate event, User author) {
			this.calls.add("author " + author.username());
		}

	}

	static class Absent {

		private final List<String> calls = new CopyOnWriteArrayList<>();

		@GatewayListener(id = "required")
		void required(MessageCreate event, Member member) {
			this.calls.add("required " + member.nick());
		}

		@GatewayListener(id = "nullable")
		void nullable(MessageCreate event, @Nullable Member member) {
			this.calls.add("nullable " + ((member != null) ? member.nick() : null));
		}

		@GatewayListener(id = "optional")
		void optional(MessageCreate event, Optional<Member> member) {
			this.calls.add("optional " + member.map(Member::nick).orElse(null));
		}

	}

	static class Guilds {

		private final List<String> calls = new CopyOnWriteArrayList<>();

		@GatewayListener(id = "guild", types = GuildCreate.class)
		void guild(Guild guild) {
			this.calls.add("guild " + guild.name());
		}

		@GatewayListener(id = "state", types = GuildCreate.class)
		void state(GuildState guild) {
			this.calls.add("state " + guild.id());
		}

	}

	static class MissingPart {

		@GatewayListener
		void on(Guild guild, MessageCreate event) {
		}

	}

	static class MissingInOneOfAGroup {

		@GatewayListener(types = { MessageCreate.class, IntegrationEvent.class })
		void on(Message message) {
		}

	}

	static class AmbiguousPart {

		@GatewayListener
		void on(User user, InviteCreate event) {
		}

	}

	static class PartOfNothing {

		@GatewayListener
		void on(Message message) {
		}

	}

	static class PartOfAll {

		@GatewayListener
		void on(EventEnvelope envelope, Message message) {
		}

	}

	static class PartOfUnknown {

		@GatewayListener("NOBODY_KNOWS")
		void on(Message message) {
		}

	}

	/** The second word of a message. */
	@Retention(RetentionPolicy.RUNTIME)
	@interface Word {

	}

	@Order(1)
	static class WordResolver implements GatewayListenerArgumentResolver {

		private int asked;

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			this.asked++;
			return parameter.hasParameterAnnotation(Word.class) && parameter.getParameterType() == String.class;
		}

		@Override
		public EventForm form(MethodParameter parameter) {
			return EventForm.TYPED;
		}

		@Override
		public @Nullable Object resolveArgument(MethodParameter parameter, EventEnvelope envelope) {
			MessageCreate event = (MessageCreate) envelope.event();
			return (event != null) ? String.valueOf(event.message().content()).split(" ")[1] : null;
		}

	}

	@Order(2)
	static class SecondResolver extends WordResolver {

		@Override
		public @Nullable Object resolveArgument(MethodParameter parameter, EventEnvelope envelope) {
			throw new IllegalStateException("The first one is to be asked");
		}

	}

	static class WithResolver {

		private final List<String> calls = new CopyOnWriteArrayList<>();

		@GatewayListener(id = "word", events = "MESSAGE_CREATE")
		void word(@Word String word) {
			this.calls.add(word);
		}

		@GatewayListener(id = "both", events = "MESSAGE_CREATE")
		void both(@Word String word, String json) {
			this.calls.add(word + " of " + json);
		}

	}

}
