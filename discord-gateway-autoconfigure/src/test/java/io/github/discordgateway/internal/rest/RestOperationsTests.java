package io.github.discordgateway.internal.rest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.internal.rest.RestServer.Received;
import io.github.discordgateway.model.auditlog.AuditLogEvent;
import io.github.discordgateway.model.channel.Channel;
import io.github.discordgateway.model.guild.Member;
import io.github.discordgateway.model.guild.Permissions;
import io.github.discordgateway.model.interaction.ApplicationCommandOptionType;
import io.github.discordgateway.model.message.Message;
import io.github.discordgateway.rest.ApplicationCommand;
import io.github.discordgateway.rest.BanOperations;
import io.github.discordgateway.rest.ChannelOperations;
import io.github.discordgateway.rest.CommandChoice;
import io.github.discordgateway.rest.CommandOperations;
import io.github.discordgateway.rest.CommandOption;
import io.github.discordgateway.rest.CommandRequest;
import io.github.discordgateway.rest.CreateForumPost;
import io.github.discordgateway.rest.CreateMessage;
import io.github.discordgateway.rest.EditMember;
import io.github.discordgateway.rest.EditMessage;
import io.github.discordgateway.rest.ExecuteWebhook;
import io.github.discordgateway.rest.GuildOperations;
import io.github.discordgateway.rest.InteractionCallbackResult;
import io.github.discordgateway.rest.InteractionMessage;
import io.github.discordgateway.rest.InteractionOperations;
import io.github.discordgateway.rest.InteractionResponse;
import io.github.discordgateway.rest.MemberOperations;
import io.github.discordgateway.rest.MessageOperations;
import io.github.discordgateway.rest.RestRequestListener;
import io.github.discordgateway.rest.RestRoute;
import io.github.discordgateway.rest.Upload;
import io.github.discordgateway.rest.Webhook;
import io.github.discordgateway.rest.WebhookOperations;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Typed operations over HTTP.
 */
class RestOperationsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final Snowflake ONE = Snowflake.of(1);

	private static final Snowflake TWO = Snowflake.of(2);

	private static final String MESSAGE = """
			{"id": "%s", "channel_id": "1", "content": "hello", "author": {"id": "3", "username": "bot"}, "type": 0, \
			"timestamp": "2026-01-01T00:00:00.000000+00:00"}""";

	private final RestServer server = new RestServer();

	private final WebClient client = this.server.client();

	private final RestOperations operations = new RestOperations(this.client);

	private final MessageOperations messages = this.operations.create(MessageOperations.class);

	private final InteractionOperations interactions = new RestOperations(
			RestExchange.answeringInteractions(this.client))
		.create(InteractionOperations.class);

	@AfterEach
	void close() {
		this.server.close();
	}

	private Received received() {
		return this.server.received().get(this.server.received().size() - 1);
	}

	private JsonNode body() {
		return JsonMapper.shared().readTree(received().body());
	}

	private static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text);
	}

	@Test
	void operationsSayWhatTheyAre() {
		assertThat(this.messages).hasToString("MessageOperations");
		assertThat(this.server.received()).isEmpty();
	}

	@Test
	void sendsAMessageAndReadsIt() {
		this.server.reply(200, MESSAGE.formatted(5));
		Message message = this.messages.create(ONE, CreateMessage.builder().content("hello").replyTo(TWO).build())
			.block(PATIENCE);
		assertThat(message).isNotNull();
		assertThat(message.id()).isEqualTo(Snowflake.of(5));
		assertThat(received().method() + " " + received().uri()).isEqualTo("POST /api/v10/channels/1/messages");
		assertThat(body()).isEqualTo(json("""
				{"content": "hello", "enforce_nonce": false, "tts": false,
				"message_reference": {"type": 0, "message_id": "2", "fail_if_not_exists": false}}"""));
	}

	@Test
	void sendsFilesInParts() {
		this.server.reply(200, MESSAGE.formatted(5));
		this.messages
			.create(ONE,
					CreateMessage.builder()
						.content("look")
						.files(new Upload("a.txt", Upload.of("a.txt", bytes("first")).content(), "a text"),
								Upload.of("b.txt", bytes("second")))
						.build())
			.block(PATIENCE);
		assertThat(received().headers().get("content-type")).startsWith("multipart/form-data");
		assertThat(received().body()).contains("name=\"payload_json\"")
			.contains("\"attachments\":[{\"id\":\"0\",\"filename\":\"a.txt\",\"description\":\"a text\"},"
					+ "{\"id\":\"1\",\"filename\":\"b.txt\"}]")
			.contains("name=\"files[0]\"; filename=\"a.txt\"")
			.contains("first")
			.contains("name=\"files[1]\"; filename=\"b.txt\"")
			.contains("second")
			.doesNotContain("uploads");
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void anEditLeavesOutWhatStaysAndClearsWhatIsEmpty() {
		this.server.reply(200, MESSAGE.formatted(5));
		this.messages.edit(ONE, TWO, EditMessage.builder().embeds().keep(Snowflake.of(7)).build()).block(PATIENCE);
		assertThat(received().method()).isEqualTo("PATCH");
		assertThat(body()).isEqualTo(json("""
				{"embeds": [], "attachments": [{"id": "7"}]}"""));
	}

	@Test
	void anEditTellsNothingFromLeftOut() {
		this.server.reply(200, "{}");
		MemberOperations members = this.operations.create(MemberOperations.class);
		members.edit(ONE, TWO, EditMember.builder().nick(null).build(), "too \u00fcber 100%").block(PATIENCE);
		assertThat(received().uri()).isEqualTo("/api/v10/guilds/1/members/2");
		assertThat(body()).isEqualTo(json("{\"nick\": null}"));
		assertThat(received().headers()).containsEntry("x-audit-log-reason", "too%20%C3%BCber%20100%25");
		assertThatIllegalArgumentException().isThrownBy(() -> members.kick(ONE, TWO, "x".repeat(513)))
			.withMessageContaining("1 to 512 characters, not 513");
	}

	@Test
	void aNonceHasABrokenConnectionTriedAgain() {
		this.server.reply((request, response) -> {
			response.withConnection((connection) -> connection.channel().close());
			return Mono.never();
		}).reply(200, MESSAGE.formatted(5));
		assertThat(
				this.messages.create(ONE, CreateMessage.builder().content("once").nonce("n").build()).block(PATIENCE))
			.isNotNull();
		assertThat(this.server.received()).hasSize(2);
		assertThat(body().path("enforce_nonce").asBoolean()).isTrue();
	}

	@Test
	void emojisArePartOfThePath() {
		this.messages.react(ONE, TWO, "\uD83D\uDC4D").block(PATIENCE);
		this.messages.react(ONE, TWO, "party:5").block(PATIENCE);
		assertThat(this.server.received()).extracting(Received::method, Received::uri)
			.containsExactly(Tuple.tuple("PUT", "/api/v10/channels/1/messages/2/reactions/%F0%9F%91%8D/@me"),
					Tuple.tuple("PUT", "/api/v10/channels/1/messages/2/reactions/party%3A5/@me"));
	}

	@Test
	void answersAnInteractionInEachWay() {
		this.interactions
			.respond(ONE, "token",
					InteractionResponse.message(InteractionMessage.builder().content("psst").ephemeral().build()))
			.block(PATIENCE);
		assertThat(received().method() + " " + received().uri())
			.isEqualTo("POST /api/v10/interactions/1/token/callback");
		assertThat(received().headers()).doesNotContainKey("authorization");
		assertThat(body())
			.isEqualTo(json("{\"type\": 4, \"data\": {\"content\": \"psst\", \"tts\": false, \"flags\": 64}}"));
		this.interactions.respond(ONE, "token", InteractionResponse.deferred(true)).block(PATIENCE);
		assertThat(body()).isEqualTo(json("{\"type\": 5, \"data\": {\"flags\": 64}}"));
		this.interactions.respond(ONE, "token", InteractionResponse.deferredUpdate()).block(PATIENCE);
		assertThat(body()).isEqualTo(json("{\"type\": 6}"));
		this.interactions
			.respond(ONE, "token",
					InteractionResponse.choices(List.of(CommandChoice.of("a", "b"), CommandChoice.of("c", 5))))
			.block(PATIENCE);
		assertThat(body()).isEqualTo(json("""
				{"type": 8, "data": {"choices": [{"name": "a", "value": "b"}, {"name": "c", "value": 5}]}}"""));
	}

	@Test
	void returnsWhatAnAnswerMade() {
		this.server.reply(200,
				"""
						{"interaction": {"id": "1", "type": 2, "response_message_id": "5"}, "resource": {"type": 4, "message": %s}}"""
					.formatted(MESSAGE.formatted(5)));
		InteractionCallbackResult result = this.interactions
			.respondAndReturn(ONE, "token", InteractionResponse.message(InteractionMessage.of("hi")))
			.block(PATIENCE);
		assertThat(result).isNotNull();
		assertThat(result.message()).isNotNull();
		assertThat(received().uri()).isEqualTo("/api/v10/interactions/1/token/callback?with_response=true");
	}

	@Test
	void followUpsAreNotBoundByTheLimitForAllAndAreAnswered() {
		List<Boolean> global = new CopyOnWriteArrayList<>();
		WebClient watched = this.server.client(new InMemoryRestRateLimiter(Schedulers.parallel(), 50, 100),
				new RestRequestListener() {

					@Override
					public void permitted(RestRoute route, Duration waited) {
						global.add(route.globallyLimited());
					}

				});
		this.server.reply(200, MESSAGE.formatted(5)).reply(200, MESSAGE.formatted(6));
		new RestOperations(RestExchange.answeringInteractions(watched)).create(InteractionOperations.class)
			.followUp(ONE, "any-token", InteractionMessage.of("more"))
			.block(PATIENCE);
		assertThat(received().uri()).isEqualTo("/api/v10/webhooks/1/any-token?wait=true");
		new RestOperations(watched).create(WebhookOperations.class)
			.execute(ONE, "any-token", TWO, ExecuteWebhook.of("hook"))
			.block(PATIENCE);
		assertThat(received().uri())
			.isEqualTo("/api/v10/webhooks/1/any-token?wait=true&with_components=true&thread_id=2");
		assertThat(global).containsExactly(false, true);
	}

	@Test
	void registersCommands() {
		this.server.reply(200, """
				[{"id": "5", "type": 1, "application_id": "1", "name": "tag", "description": "Tags", "version": "1",
				"default_member_permissions": "8", "options": [{"type": 3, "name": "text", "description": "The text",
				"required": true, "choices": [{"name": "a", "value": "b"}]}]}]""");
		CommandRequest command = CommandRequest.builder("tag")
			.description("Tags")
			.defaultMemberPermissions(Permissions.ADMINISTRATOR)
			.options(CommandOption.builder(ApplicationCommandOptionType.STRING, "text", "The text")
				.required(true)
				.choices(CommandChoice.of("a", "b"))
				.build())
			.build();
		List<ApplicationCommand> registered = this.operations.create(CommandOperations.class)
			.overwriteGuild(ONE, TWO, List.of(command))
			.collectList()
			.block(PATIENCE);
		assertThat(received().method() + " " + received().uri())
			.isEqualTo("PUT /api/v10/applications/1/guilds/2/commands");
		assertThat(body()).isEqualTo(
				json("""
						[{"name": "tag", "description": "Tags", "default_member_permissions": "8", "options": [{"type": 3,
						"name": "text", "description": "The text", "required": true, "choices": [{"name": "a", "value": "b"}]}]}]"""));
		assertThat(registered).singleElement().satisfies((read) -> {
			assertThat(read.options()).isEqualTo(command.options());
			assertThat(read.defaultMemberPermissions()).isEqualTo(Permissions.ADMINISTRATOR);
		});
	}

	@Test
	void listsPageByThemselvesAndNoFurtherThanAsked() {
		this.server.reply(200, page(200, 101)).reply(200, page(100, 1)).reply(200, "[]");
		List<Message> taken = this.messages.history(ONE, Snowflake.of(201)).take(50).collectList().block(PATIENCE);
		assertThat(taken).hasSize(50);
		assertThat(this.server.received()).extracting(Received::uri)
			.containsExactly("/api/v10/channels/1/messages?before=201&limit=100");
		this.server.received().clear();
		assertThat(this.messages.history(ONE, Snowflake.of(101)).collectList().block(PATIENCE)).hasSize(100)
			.isSortedAccordingTo(Comparator.comparing(Message::id).reversed());
		assertThat(this.server.received()).extracting(Received::uri)
			.containsExactly("/api/v10/channels/1/messages?before=101&limit=100",
					"/api/v10/channels/1/messages?before=1&limit=100");
	}

	private static String page(int from, int to) {
		return IntStream.rangeClosed(to, from)
			.map((id) -> from + to - id)
			.mapToObj(MESSAGE::formatted)
			.collect(Collectors.joining(",", "[", "]"));
	}

	@Test
	void membersArePagedByTheIdsOfUsers() {
		this.server
			.reply(200,
					IntStream.rangeClosed(1, 1000)
						.mapToObj("{\"user\": {\"id\": \"%d\", \"username\": \"x\"}, \"roles\": []}"::formatted)
						.collect(Collectors.joining(",", "[", "]")))
			.reply(200, "[]");
		List<Member> members = this.operations.create(MemberOperations.class).all(ONE).collectList().block(PATIENCE);
		assertThat(members).hasSize(1000);
		assertThat(this.server.received()).extracting(Received::uri)
			.containsExactly("/api/v10/guilds/1/members?limit=1000", "/api/v10/guilds/1/members?limit=1000&after=1000");
	}

	@Test
	void archivedThreadsArePagedByTime() {
		this.server.reply(200,
				"""
						{"threads": [{"id": "5", "type": 11, "thread_metadata": {"archived": true, "auto_archive_duration": 60,
						"archive_timestamp": "2026-01-01T00:00:00+00:00", "locked": false}}], "members": [], "has_more": true}""")
			.reply(200, """
					{"threads": [{"id": "4", "type": 11}], "members": [], "has_more": false}""");
		List<Channel> threads = this.operations.create(ChannelOperations.class)
			.archivedThreads(ONE)
			.collectList()
			.block(PATIENCE);
		assertThat(threads).extracting(Channel::id).containsExactly(Snowflake.of(5), Snowflake.of(4));
		assertThat(received().uri())
			.isEqualTo("/api/v10/channels/1/threads/archived/public?before=2026-01-01T00%3A00%3A00Z&limit=100");
	}

	@Test
	void theAuditLogIsAskedForAKindOfEntry() {
		this.server.reply(200,
				"""
						{"audit_log_entries": [{"id": "5", "action_type": 22, "target_id": "2", "user_id": "3", "reason": "spam"}],
						"users": [{"id": "3", "username": "mod"}], "webhooks": [], "integrations": [], "threads": []}""");
		assertThat(this.operations.create(GuildOperations.class)
			.auditLog(ONE, AuditLogEvent.MEMBER_BAN_ADD)
			.collectList()
			.block(PATIENCE)).singleElement().satisfies((entry) -> assertThat(entry.reason()).isEqualTo("spam"));
		assertThat(received().uri()).isEqualTo("/api/v10/guilds/1/audit-logs?action_type=22&limit=100");
	}

	@Test
	void opensADirectMessage() {
		this.server.reply(200, "{\"id\": \"5\", \"type\": 1}");
		assertThat(this.operations.create(ChannelOperations.class).directMessage(TWO).map(Channel::id).block(PATIENCE))
			.isEqualTo(Snowflake.of(5));
		assertThat(body()).isEqualTo(json("{\"recipient_id\": \"2\"}"));
	}

	@Test
	void postsInAForumWithFiles() {
		this.server.reply(201, "{\"id\": \"5\", \"type\": 11}");
		CreateForumPost post = CreateForumPost
			.builder("title", CreateForumPost.Post
				.of(CreateMessage.builder().content("text").files(Upload.of("a.txt", bytes("content"))).build()))
			.appliedTags(TWO)
			.build();
		this.operations.create(ChannelOperations.class).createForumPost(ONE, post, null).block(PATIENCE);
		assertThat(received().body()).contains("\"applied_tags\":[\"2\"]", "\"filename\":\"a.txt\"", "files[0]")
			.doesNotContain("uploads");
		assertThat(received().headers()).doesNotContainKey("x-audit-log-reason");
	}

	@Test
	void aBanWithoutMore() {
		this.operations.create(BanOperations.class).create(ONE, TWO, "spam").block(PATIENCE);
		assertThat(received().method() + " " + received().uri() + " " + received().body())
			.isEqualTo("PUT /api/v10/guilds/1/bans/2 {}");
	}

	@Test
	void aWebhookDoesNotShowItsToken() {
		this.server.reply(200,
				"{\"id\": \"5\", \"type\": 1, \"name\": \"hook\", \"token\": \"secret\", \"url\": \"x/secret\"}");
		Webhook webhook = this.operations.create(WebhookOperations.class).get(ONE).block(PATIENCE);
		assertThat(webhook).isNotNull();
		assertThat(webhook.token()).isEqualTo("secret");
		assertThat(webhook.toString()).contains("hook").doesNotContain("secret");
	}

	@Test
	void timeOutEndsInSoMuchTime() {
		EditMember timeOut = EditMember.timeOut(Duration.ofHours(1));
		assertThat(timeOut.communicationDisabledUntil().value()).isBetween(Instant.now().plusSeconds(3500),
				Instant.now().plusSeconds(3600));
		assertThat(EditMember.timeOut(Duration.ZERO).communicationDisabledUntil().isPresent()).isTrue();
	}

	@Test
	void anUnreadableAnswerIsAnError() {
		this.server.reply(200, "[1]");
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.messages.get(ONE, TWO).block(PATIENCE))
			.withStackTraceContaining("Cannot read Message");
	}

}
