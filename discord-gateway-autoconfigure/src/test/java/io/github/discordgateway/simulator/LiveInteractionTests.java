package io.github.discordgateway.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.github.discordgateway.GatewayJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.component.Checkbox;
import io.github.discordgateway.model.component.CheckboxGroup;
import io.github.discordgateway.model.component.FileUpload;
import io.github.discordgateway.model.component.GroupOption;
import io.github.discordgateway.model.component.Label;
import io.github.discordgateway.model.component.RadioGroup;
import io.github.discordgateway.model.component.UserSelect;
import io.github.discordgateway.model.interaction.Interaction;
import io.github.discordgateway.model.interaction.ModalSubmitInteractionData;
import io.github.discordgateway.model.message.Attachment;
import io.github.discordgateway.model.message.Message;
import io.github.discordgateway.model.message.MessageFlags;
import io.github.discordgateway.model.modal.CheckboxGroupSubmit;
import io.github.discordgateway.model.modal.CheckboxSubmit;
import io.github.discordgateway.model.modal.EntitySelectSubmit;
import io.github.discordgateway.model.modal.FileUploadSubmit;
import io.github.discordgateway.model.modal.LabelSubmit;
import io.github.discordgateway.model.modal.ModalSubmitComponent;
import io.github.discordgateway.model.modal.RadioGroupSubmit;
import io.github.discordgateway.rest.InteractionResponse;
import io.github.discordgateway.rest.Modal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link LiveInteraction}, {@link CommandUse} and {@link LiveModal}: what a
 * user asks comes as documented, and answers keep to Discord's rules.
 */
class LiveInteractionTests {

	private static final Catalog CATALOG = Catalog.load();

	private static final String HELLO = "{\"type\": 4, \"data\": {\"content\": \"hello\"}}";

	private final GatewaySimulator simulator = GatewaySimulator.builder()
		.guildsPerShard(0)
		.identifyWindow(Duration.ZERO)
		.restLimit(0, Duration.ofSeconds(1))
		.globalRestLimit(0)
		.interactionTimeouts(Duration.ofMinutes(5), Duration.ofMinutes(15))
		.timeout(Duration.ofSeconds(30))
		.build();

	private final RestClient rest = new RestClient(this.simulator);

	private TestClient client;

	private LiveGuild guild;

	private LiveMember alice;

	@BeforeEach
	void start() {
		this.simulator.start();
		this.guild = this.simulator.guild("garden");
		this.alice = this.guild.member("alice");
		this.client = TestClient.connect(this.simulator);
		this.client.awaitReady();
	}

	@AfterEach
	void close() {
		this.client.close();
		this.simulator.close();
	}

	private JsonNode asked() {
		JsonNode body = this.client.nextEvent("INTERACTION_CREATE").path("d");
		assertThat(CATALOG.complaints("INTERACTION_CREATE", body)).as(body.toString()).isEmpty();
		return body;
	}

	private RestClient.Answer respond(JsonNode asked, String body) {
		return this.rest.post("/interactions/" + asked.path("id").asString() + "/" + asked.path("token").asString()
				+ "/callback?with_response=true", body);
	}

	private String webhook(JsonNode asked) {
		return "/webhooks/" + this.simulator.world().botId() + "/" + asked.path("token").asString();
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void anInteractionOfAnotherApplicationIsToldWhereItHappens(CapturedOutput output) {
		String json = "{\"id\":\"5\",\"application_id\":\"1\",\"type\":2,\"token\":\"t\",\"data\":{}}";
		this.simulator.dispatch(0, "INTERACTION_CREATE",
				json.replace("\"1\"", "\"" + this.simulator.world().botId() + "\""));
		assertThat(output).doesNotContain("is of the application");
		this.simulator.dispatch(0, "INTERACTION_CREATE", json);
		assertThat(output).contains("An INTERACTION_CREATE is of the application \"1\"")
			.contains("this bot's is " + this.simulator.world().botId());
	}

	@Test
	void aCommandIsAnsweredOnce() {
		LiveInteraction use = this.alice.uses("tag show").option("name", "x").sends();
		JsonNode asked = asked();
		JsonNode show = asked.path("data").path("options").path(0);
		assertThat(asked.path("data").path("name").asString()).isEqualTo("tag");
		assertThat(show.path("type").asInt()).isEqualTo(1);
		assertThat(show.path("name").asString()).isEqualTo("show");
		assertThat(show.path("options").path(0).path("value").asString()).isEqualTo("x");
		JsonNode result = respond(asked, HELLO).ok();
		Message reply = use.expectReply();
		assertThat(reply.content()).isEqualTo("hello");
		assertThat(result.path("interaction").path("response_message_id").asString()).isEqualTo(reply.id().toString());
		JsonNode created = this.client.nextEvent("MESSAGE_CREATE").path("d");
		assertThat(CATALOG.complaints("MESSAGE_CREATE", created)).isEmpty();
		assertThat(created.path("interaction_metadata").path("user").path("username").asString()).isEqualTo("alice");
		assertThat(respond(asked, HELLO).refusal()).isEqualTo("400 40060");
	}

	@Test
	void aDeferredAnswerBecomesAMessage() {
		LiveInteraction use = this.alice.uses("slow", Map.of());
		JsonNode asked = asked();
		assertThat(this.rest.post(webhook(asked), "{\"content\": \"early\"}").refusal()).isEqualTo("404 10015");
		respond(asked, "{\"type\": 5, \"data\": {\"flags\": 64}}").ok();
		use.expectDeferred();
		this.rest.patch(webhook(asked) + "/messages/@original", "{\"content\": \"done\"}").ok();
		Message reply = use.expectReply();
		assertThat(reply.content()).isEqualTo("done");
		assertThat(reply.flags().contains(MessageFlags.EPHEMERAL)).isTrue();
		JsonNode more = this.rest.post(webhook(asked) + "?wait=true", "{\"content\": \"more\"}").ok();
		assertThat(use.expectFollowUp().content()).isEqualTo("more");
		String one = webhook(asked) + "/messages/" + more.path("id").asString();
		assertThat(this.rest.patch(one, "{\"content\": \"less\"}").ok().path("content").asString()).isEqualTo("less");
		assertThat(this.rest.get(one).ok().path("content").asString()).isEqualTo("less");
		assertThat(this.rest.delete(one).status()).isEqualTo(204);
		assertThat(this.rest.get(one).refusal()).isEqualTo("404 10008");
		assertThat(this.rest.delete(webhook(asked) + "/messages/@original").status()).isEqualTo(204);
	}

	@Test
	void buttonsAndSelectsChangeTheirMessage() {
		LiveInteraction use = this.alice.uses("vote", Map.of());
		respond(asked(), """
				{"type": 4, "data": {"content": "vote", "flags": 64, "components": [{"type": 1, "components":
				[{"type": 2, "style": 1, "label": "yes", "custom_id": "vote:yes"},
				{"type": 2, "style": 1, "label": "no", "custom_id": "vote:no", "disabled": true}]},
				{"type": 1, "components": [{"type": 3, "custom_id": "color", "options":
				[{"label": "Red", "value": "red"}, {"label": "Blue", "value": "blue"}]}]}]}}""").ok();
		use.expectReply();
		LiveInteraction click = this.alice.clicks("vote:yes");
		JsonNode clicked = asked();
		assertThat(clicked.path("message").path("content").asString()).isEqualTo("vote");
		assertThat(clicked.path("data").path("component_type").asInt()).isEqualTo(2);
		respond(clicked, "{\"type\": 6}").ok();
		this.rest.patch(webhook(clicked) + "/messages/@original", "{\"content\": \"counted\"}").ok();
		assertThat(click.expectReply().content()).isEqualTo("counted");
		assertThatIllegalStateException().isThrownBy(() -> this.alice.clicks("vote:no"))
			.withMessageContaining("disabled");
		assertThatIllegalStateException().isThrownBy(() -> this.alice.clicks("nothing"))
			.withMessageContaining("vote:yes");
		assertThatIllegalStateException().isThrownBy(() -> this.alice.selects("color", "green"))
			.withMessageContaining("blue");
		assertThatIllegalStateException().isThrownBy(() -> this.guild.member("bob").clicks("vote:yes"));
		LiveInteraction choice = this.alice.selects("color", "red");
		JsonNode chosen = asked();
		assertThat(chosen.path("data").path("values").path(0).asString()).isEqualTo("red");
		respond(chosen, "{\"type\": 7, \"data\": {\"content\": \"red it is\", \"components\": []}}").ok();
		assertThat(choice.expectReply().content()).isEqualTo("red it is");
	}

	@Test
	void aModalIsFilledInAndSubmitted() {
		LiveInteraction use = this.alice.uses("feedback", Map.of());
		JsonNode asked = asked();
		assertThat(respond(asked, "{\"type\": 9, \"data\": {\"custom_id\": \"f\", \"title\": \"\"}}").refusal())
			.isEqualTo("400 50035 data.title=BASE_TYPE_BAD_LENGTH data.components=BASE_TYPE_REQUIRED");
		respond(asked, """
				{"type": 9, "data": {"custom_id": "feedback", "title": "Feedback", "components": [{"type": 18,
				"label": "Text", "component": {"type": 4, "style": 1, "custom_id": "text", "min_length": 3}}]}}""")
			.ok();
		LiveModal modal = use.expectModal();
		assertThat(modal.title()).isEqualTo("Feedback");
		assertThat(modal.fields()).containsExactly("text");
		assertThatIllegalStateException().isThrownBy(modal::submits).withMessageContaining("requires");
		assertThatIllegalStateException().isThrownBy(() -> modal.field("other", "x")).withMessageContaining("text");
		LiveInteraction submitted = modal.field("text", "great").submits();
		JsonNode body = asked();
		assertThat(body.path("type").asInt()).isEqualTo(5);
		assertThat(body.path("data").path("components").path(0).path("component").path("value").asString())
			.isEqualTo("great");
		assertThat(respond(body, "{\"type\": 9, \"data\": {}}").refusal()).startsWith("400 50035 type=");
		respond(body, HELLO).ok();
		assertThat(submitted.expectReply().content()).isEqualTo("hello");
	}

	@Test
	void fieldsOfAllKindsAreFilledIn() {
		LiveMember bob = this.guild.member("bob");
		LiveInteraction use = this.alice.uses("form", Map.of());
		Modal form = Modal.of("form", "Form", Label.of("Whom", UserSelect.of("whom")),
				Label.of("Files", FileUpload.of("files").withValues(1, 2)),
				Label.of("Which", RadioGroup.of("which", GroupOption.of("A", "a"), GroupOption.of("B", "b"))),
				Label.of("Some", CheckboxGroup.of("some", GroupOption.of("A", "a"), GroupOption.of("B", "b"))),
				Label.of("Sure", Checkbox.of("sure")));
		respond(asked(), GatewayJson.write(InteractionResponse.modal(form))).ok();
		LiveModal modal = use.expectModal()
			.field("whom", bob.id().toString())
			.field("files", "a.txt", "b.txt")
			.field("some", "a", "b")
			.field("sure", "true");
		assertThatIllegalStateException().isThrownBy(modal::submits).withMessageContaining("requires the field which");
		assertThatIllegalStateException().isThrownBy(() -> modal.field("which", "c").submits())
			.withMessageContaining("offers [a, b], not [c]");
		assertThatIllegalStateException().isThrownBy(() -> modal.field("which", "a", "b").submits())
			.withMessageContaining("does not take the values [a, b]");
		modal.field("which", "b").submits();
		ModalSubmitInteractionData submitted = (ModalSubmitInteractionData) GatewayJson
			.read(Interaction.class, asked().toString())
			.data();
		List<ModalSubmitComponent> fields = submitted.components()
			.stream()
			.map((label) -> ((LabelSubmit) label).component())
			.toList();
		assertThat(((EntitySelectSubmit) fields.get(0)).values()).containsExactly(bob.id());
		assertThat(submitted.resolved().users()).containsOnlyKeys(bob.id());
		assertThat(((FileUploadSubmit) fields.get(1)).values())
			.containsExactlyElementsOf(submitted.resolved().attachments().keySet());
		assertThat(submitted.resolved().attachments().values()).extracting(Attachment::filename)
			.containsExactly("a.txt", "b.txt");
		assertThat(((RadioGroupSubmit) fields.get(2)).value()).isEqualTo("b");
		assertThat(((CheckboxGroupSubmit) fields.get(3)).values()).containsExactly("a", "b");
		assertThat(((CheckboxSubmit) fields.get(4)).value()).isTrue();
	}

	@Test
	void choicesAreOfferedWhileAnOptionIsTyped() {
		LiveInteraction typing = this.alice.uses("tag show").types("name", "ta");
		JsonNode asked = asked();
		JsonNode option = asked.path("data").path("options").path(0).path("options").path(0);
		assertThat(option.path("focused").asBoolean()).isTrue();
		assertThat(option.path("value").asString()).isEqualTo("ta");
		assertThat(respond(asked, HELLO).refusal()).startsWith("400 50035 type=");
		respond(asked, """
				{"type": 8, "data": {"choices": [{"name": "tall", "value": "t"}, {"name": "one", "value": 1}]}}""")
			.ok();
		assertThat(typing.expectChoices()).containsExactly(Map.entry("tall", "t"), Map.entry("one", 1L));
	}

	@Test
	void allKindsOfOptionsAreResolved() {
		LiveMember bob = this.guild.member("bob");
		Snowflake channel = this.guild.channel("topic-1");
		this.alice.uses("all")
			.option("text", "t")
			.option("whole", 5)
			.option("part", 1.5)
			.option("yes", true)
			.option("who", bob)
			.mentionable("mention", bob)
			.role("role", this.guild.id())
			.channel("where", channel)
			.attachment("file", "a.txt", 5)
			.sends();
		JsonNode data = asked().path("data");
		assertThat(data.path("options").valueStream().map((option) -> option.path("type").asInt())).containsExactly(3,
				4, 10, 5, 6, 9, 8, 7, 11);
		JsonNode resolved = data.path("resolved");
		assertThat(resolved.path("users").path(bob.id().toString()).path("username").asString()).isEqualTo("bob");
		assertThat(resolved.path("members").has(bob.id().toString())).isTrue();
		assertThat(resolved.path("roles").path(this.guild.id().toString()).path("name").asString())
			.isEqualTo("@everyone");
		assertThat(resolved.path("channels").path(channel.toString()).path("name").asString()).isEqualTo("topic-1");
		assertThat(resolved.path("attachments").size()).isEqualTo(1);
	}

	@Test
	void contextMenusNameTheirTarget() {
		LiveMember bob = this.guild.member("bob");
		this.alice.usesOn("Show avatar", bob);
		JsonNode onUser = asked().path("data");
		assertThat(onUser.path("type").asInt()).isEqualTo(2);
		assertThat(onUser.path("target_id").asString()).isEqualTo(bob.id().toString());
		LiveMessage message = bob.says("hi");
		this.alice.usesOn("Report", message);
		JsonNode onMessage = asked().path("data");
		assertThat(onMessage.path("resolved").path("messages").path(message.id().toString()).path("content").asString())
			.isEqualTo("hi");
	}

	@Test
	void commandsAreUsedInDirectMessages() {
		LiveInteraction use = this.simulator.user("carol").uses("ping", Map.of());
		JsonNode asked = asked();
		assertThat(asked.has("guild_id")).isFalse();
		assertThat(asked.path("user").path("username").asString()).isEqualTo("carol");
		respond(asked, HELLO).ok();
		assertThat(use.expectReply().content()).isEqualTo("hello");
	}

	@Test
	void aRegisteredCommandIsUsedAsItIsRegistered() {
		this.rest
			.post("/applications/" + this.simulator.world().botId() + "/commands",
					"""
							{"name": "roll", "description": "Rolls", "options": [{"type": 4, "name": "sides", "description": "How many",
							"required": true}, {"type": 10, "name": "factor", "description": "What"}]}""")
			.ok();
		assertThatIllegalStateException().isThrownBy(() -> this.alice.uses("roll").sends())
			.withMessageContaining("requires the option sides");
		assertThatIllegalStateException().isThrownBy(() -> this.alice.uses("roll").option("side", 6))
			.withMessageContaining("[sides, factor]");
		assertThatIllegalStateException().isThrownBy(() -> this.alice.uses("roll").option("sides", "six"))
			.withMessageContaining("type 4");
		this.alice.uses("roll").option("sides", 6).option("factor", 2).sends();
		assertThat(asked().path("data").path("options").path(1).path("type").asInt()).isEqualTo(10);
	}

	@Test
	void whatTheBotSaidInsteadIsTold() {
		try (GatewaySimulator impatient = GatewaySimulator.builder()
			.guildsPerShard(0)
			.timeout(Duration.ofMillis(300))
			.build()) {
			impatient.start();
			LiveMember bob = impatient.guild("garden").member("bob");
			try (TestClient bot = TestClient.connect(impatient)) {
				bot.awaitReady();
				LiveInteraction use = bob.uses("ping", Map.of());
				assertThatExceptionOfType(AssertionError.class).isThrownBy(use::expectReply)
					.withMessageContaining("bob's /ping")
					.withMessageContaining("no answer at all");
				assertThatExceptionOfType(AssertionError.class).isThrownBy(bob::expectMessage)
					.withMessageContaining("sent no message");
				assertThatExceptionOfType(AssertionError.class)
					.isThrownBy(() -> impatient.expectRequest("POST", "/channels/{id}/messages"))
					.withMessageContaining("Requests, the latest last: none");
			}
		}
	}

	@Test
	void anAnswerIsInTimeOrUnknown() {
		AtomicLong now = new AtomicLong();
		InteractionLog log = new InteractionLog(Duration.ofSeconds(3), Duration.ofMinutes(15), now::get);
		log.note(OutgoingEvent.of("INTERACTION_CREATE", "{\"id\": \"5\", \"token\": \"t\", \"type\": 2}"));
		SimulatedInteraction interaction = log.find("t");
		assertThat(interaction).isNotNull();
		now.set(Duration.ofSeconds(3).toNanos());
		assertThat(log.isTooLateToAnswer(interaction)).isFalse();
		now.incrementAndGet();
		assertThat(log.isTooLateToAnswer(interaction)).isTrue();
		now.set(Duration.ofMinutes(15).toNanos());
		assertThat(log.isOver(interaction)).isFalse();
		now.incrementAndGet();
		assertThat(log.isOver(interaction)).isTrue();
	}

	@Test
	void tooLateIsRefusedOverHttp() {
		try (GatewaySimulator strict = GatewaySimulator.builder()
			.guildsPerShard(0)
			.interactionTimeouts(Duration.ofNanos(1), Duration.ofNanos(1))
			.build()) {
			strict.start();
			LiveMember bob = strict.guild("garden").member("bob");
			try (TestClient bot = TestClient.connect(strict)) {
				bot.awaitReady();
				bob.uses("ping", Map.of());
				JsonNode asked = bot.nextEvent("INTERACTION_CREATE").path("d");
				RestClient late = new RestClient(strict);
				String token = asked.path("token").asString();
				assertThat(late.post("/interactions/" + asked.path("id").asString() + "/" + token + "/callback", HELLO)
					.refusal()).isEqualTo("404 10062");
				assertThat(late.post("/webhooks/" + strict.world().botId() + "/" + token, "{\"content\": \"x\"}")
					.refusal()).isEqualTo("401 50027");
			}
		}
	}

	@Test
	void messagesAndRequestsAreExpectedOnce() {
		this.rest.post("/channels/" + this.alice.channelId() + "/messages", "{\"content\": \"one\"}").ok();
		this.rest.post("/channels/" + this.alice.channelId() + "/messages", "{\"content\": \"two\"}").ok();
		assertThat(this.alice.expectMessage().content()).isEqualTo("one");
		assertThat(this.simulator.expectMessage(this.alice.channelId()).content()).isEqualTo("two");
		assertThat(this.simulator.expectRequest("POST", "/channels/{id}/messages").body()).contains("one");
		assertThat(this.simulator.expectRequest("POST", "/channels/{id}/messages").body()).contains("two");
	}

}
