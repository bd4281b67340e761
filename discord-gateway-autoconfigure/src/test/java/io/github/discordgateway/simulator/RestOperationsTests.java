package io.github.discordgateway.simulator;

import java.time.Duration;

import io.github.discordgateway.Snowflake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what a bot does by requests: the answers are Discord's, what happened is
 * there for the next request, and comes back as the documented event.
 */
class RestOperationsTests {

	private static final Catalog CATALOG = Catalog.load();

	private final GatewaySimulator simulator = GatewaySimulator.builder()
		.guildsPerShard(0)
		.identifyWindow(Duration.ZERO)
		.restLimit(0, Duration.ofSeconds(1))
		.globalRestLimit(0)
		.timeout(Duration.ofSeconds(30))
		.build();

	private final RestClient rest = new RestClient(this.simulator);

	private TestClient client;

	private LiveGuild guild;

	private String channel;

	private String alice;

	@BeforeEach
	void start() {
		this.simulator.start();
		this.guild = this.simulator.guild("garden");
		this.alice = this.guild.member("alice").id().toString();
		this.guild.member("alice").channelId();
		this.client = TestClient.connect(this.simulator);
		this.client.awaitReady();
		this.channel = "/channels/" + this.guild.channel("general");
	}

	@AfterEach
	void close() {
		this.client.close();
		this.simulator.close();
	}

	private String guild(String path) {
		return "/guilds/" + this.guild.id() + path;
	}

	/** The next event, which must be the expected one and as documented. */
	private JsonNode next(String eventName) {
		JsonNode frame = this.client.next();
		assertThat(frame.path("t").asString("")).as(frame.toString()).isEqualTo(eventName);
		assertThat(CATALOG.complaints(eventName, frame.path("d"))).as(frame.toString()).isEmpty();
		return frame.path("d");
	}

	private JsonNode audited(String eventName) {
		next("GUILD_AUDIT_LOG_ENTRY_CREATE");
		return next(eventName);
	}

	private String say(String text) {
		String id = this.rest.post(this.channel + "/messages", "{\"content\":\"" + text + "\"}")
			.ok()
			.path("id")
			.asString();
		next("MESSAGE_CREATE");
		return this.channel + "/messages/" + id;
	}

	@Test
	void aMessageComesBackIsEditedAndDeleted() {
		JsonNode sent = this.rest
			.post(this.channel + "/messages",
					"""
							{"content": "hello <@%s>", "nonce": "n1", "embeds": [{"title": "t"}], "components": [{"type": 1,
							"components": [{"type": 2, "style": 1, "label": "again", "custom_id": "again"}]}]}"""
						.formatted(this.alice))
			.ok();
		JsonNode created = next("MESSAGE_CREATE");
		assertThat(created.path("content").asString()).isEqualTo("hello <@" + this.alice + ">");
		assertThat(created.path("id")).isEqualTo(sent.path("id"));
		assertThat(created.path("author").path("id").asString()).isEqualTo(this.simulator.world().botId().toString());
		assertThat(created.path("guild_id").asString()).isEqualTo(this.guild.id().toString());
		assertThat(created.path("nonce").asString()).isEqualTo("n1");
		assertThat(created.path("mentions").path(0).path("username").asString()).isEqualTo("alice");
		assertThat(created.path("components").path(0).path("components").path(0).path("id").asInt()).isEqualTo(2);
		assertThat(sent.has("guild_id")).isFalse();
		String one = this.channel + "/messages/" + sent.path("id").asString();
		assertThat(this.rest.patch(one, "{\"content\": \"good night\"}").ok().path("content").asString())
			.isEqualTo("good night");
		JsonNode updated = next("MESSAGE_UPDATE");
		assertThat(updated.path("content").asString()).isEqualTo("good night");
		assertThat(updated.path("edited_timestamp").isString()).isTrue();
		assertThat(this.rest.get(one).ok().path("content").asString()).isEqualTo("good night");
		assertThat(this.rest.delete(one).status()).isEqualTo(204);
		assertThat(next("MESSAGE_DELETE").path("id")).isEqualTo(sent.path("id"));
		assertThat(this.rest.get(one).refusal()).isEqualTo("404 10008");
	}

	@Test
	void whatPeopleWriteCanBeReadAnsweredAndDeleted() {
		LiveMessage question = this.guild.member("alice").says("!ping");
		next("MESSAGE_CREATE");
		String one = this.channel + "/messages/" + question.id();
		assertThat(this.rest.get(one).ok().path("content").asString()).isEqualTo("!ping");
		JsonNode answer = this.rest.post(this.channel + "/messages", """
				{"content": "pong", "message_reference": {"message_id": "%s"}}""".formatted(question.id())).ok();
		assertThat(answer.path("type").asInt()).isEqualTo(19);
		assertThat(answer.path("referenced_message").path("content").asString()).isEqualTo("!ping");
		next("MESSAGE_CREATE");
		assertThat(this.rest.patch(one, "{\"content\": \"x\"}").refusal()).isEqualTo("403 50005");
		assertThat(this.rest.delete(one).status()).isEqualTo(204);
		audited("MESSAGE_DELETE");
		assertThat(this.rest.post(this.channel + "/messages", """
				{"content": "pong", "message_reference": {"message_id": "%s"}}""".formatted(question.id())).refusal())
			.isEqualTo("400 50035 message_reference=REPLIES_UNKNOWN_MESSAGE");
	}

	@Test
	void messagesAreListedAroundBeforeAndAfter() {
		for (int i = 0; i < 5; i++) {
			say("m" + i);
		}
		JsonNode all = this.rest.get(this.channel + "/messages").ok();
		assertThat(all.findValuesAsString("content")).containsExactly("m4", "m3", "m2", "m1", "m0");
		String middle = all.path(2).path("id").asString();
		assertThat(this.rest.get(this.channel + "/messages?before=" + middle).ok().findValuesAsString("content"))
			.containsExactly("m1", "m0");
		assertThat(this.rest.get(this.channel + "/messages?limit=1&after=" + middle).ok().findValuesAsString("content"))
			.containsExactly("m3");
		assertThat(
				this.rest.get(this.channel + "/messages?limit=3&around=" + middle).ok().findValuesAsString("content"))
			.containsExactly("m3", "m2", "m1");
		assertThat(this.rest.get(this.channel + "/messages?limit=101").refusal())
			.isEqualTo("400 50035 limit=NUMBER_TYPE_MAX");
	}

	@Test
	void severalMessagesAreDeletedAtOnce() {
		String first = say("a").replaceAll(".*/", "");
		String second = say("b").replaceAll(".*/", "");
		String bulk = this.channel + "/messages/bulk-delete";
		assertThat(this.rest.post(bulk, "{\"messages\": [\"1\"]}").refusal()).isEqualTo("400 50016");
		assertThat(this.rest.post(bulk, "{\"messages\": [\"1\", \"2\"]}").refusal()).isEqualTo("400 50034");
		assertThat(this.rest.post(bulk, "{\"messages\": [\"" + first + "\", \"" + second + "\"]}").status())
			.isEqualTo(204);
		assertThat(audited("MESSAGE_DELETE_BULK").path("ids").valueStream().map(JsonNode::asString))
			.containsExactly(first, second);
		assertThat(this.rest.get(this.channel + "/messages").ok().isEmpty()).isTrue();
	}

	@Test
	void reactionsAreCountedAndListed() {
		String one = say("vote");
		String thumb = one + "/reactions/%F0%9F%91%8D";
		assertThat(this.rest.put(thumb + "/@me", "").status()).isEqualTo(204);
		assertThat(next("MESSAGE_REACTION_ADD").path("emoji").path("name").asString()).isEqualTo("👍");
		this.guild.member("alice").reacts("👍");
		next("MESSAGE_REACTION_ADD");
		JsonNode counted = this.rest.get(one).ok().path("reactions").path(0);
		assertThat(counted.path("count").asInt()).isEqualTo(2);
		assertThat(counted.path("me").asBoolean()).isTrue();
		assertThat(this.rest.get(thumb).ok().findValuesAsString("username")).containsExactlyInAnyOrder("alice",
				"simulated-bot");
		assertThat(this.rest.delete(thumb + "/" + this.alice).status()).isEqualTo(204);
		assertThat(next("MESSAGE_REACTION_REMOVE").path("user_id").asString()).isEqualTo(this.alice);
		assertThat(this.rest.delete(thumb + "/@me").status()).isEqualTo(204);
		next("MESSAGE_REACTION_REMOVE");
		assertThat(this.rest.get(one).ok().has("reactions")).isFalse();
		this.rest.put(thumb + "/@me", "");
		next("MESSAGE_REACTION_ADD");
		this.rest.delete(thumb);
		next("MESSAGE_REACTION_REMOVE_EMOJI");
		this.rest.put(one + "/reactions/wave:5/@me", "");
		assertThat(next("MESSAGE_REACTION_ADD").path("emoji").path("id").asString()).isEqualTo("5");
		this.rest.delete(one + "/reactions");
		next("MESSAGE_REACTION_REMOVE_ALL");
		assertThat(this.rest.put(one + "/reactions/nothing/@me", "").refusal()).isEqualTo("400 10014");
	}

	@Test
	void pinsAreListedAndTakenAway() {
		String one = say("keep");
		String pin = one.replace("/messages/", "/messages/pins/");
		assertThat(this.rest.put(pin, "").status()).isEqualTo(204);
		assertThat(next("MESSAGE_UPDATE").path("pinned").asBoolean()).isTrue();
		next("CHANNEL_PINS_UPDATE");
		next("GUILD_AUDIT_LOG_ENTRY_CREATE");
		JsonNode pins = this.rest.get(this.channel + "/messages/pins").ok();
		assertThat(pins.path("items").path(0).path("message").path("content").asString()).isEqualTo("keep");
		assertThat(pins.path("has_more").asBoolean()).isFalse();
		assertThat(this.rest.delete(pin).status()).isEqualTo(204);
		assertThat(this.rest.get(this.channel + "/messages/pins").ok().path("items").isEmpty()).isTrue();
	}

	@Test
	void aNonceThatIsEnforcedSendsOnce() {
		String body = "{\"content\": \"once\", \"nonce\": \"7\", \"enforce_nonce\": true}";
		JsonNode first = this.rest.post(this.channel + "/messages", body).ok();
		assertThat(this.rest.post(this.channel + "/messages", body).ok().path("id")).isEqualTo(first.path("id"));
		assertThat(this.rest.get(this.channel + "/messages").ok().size()).isEqualTo(1);
	}

	@Test
	void filesBecomeAttachments() {
		String boundary = "XYZ";
		String body = """
				--XYZ\r
				Content-Disposition: form-data; name="payload_json"\r
				Content-Type: application/json\r
				\r
				{"content": "see", "attachments": [{"id": "0", "description": "a note"}]}\r
				--XYZ\r
				Content-Disposition: form-data; name="files[0]"; filename="note.txt"\r
				Content-Type: text/plain\r
				\r
				hello\r
				--XYZ--\r
				""";
		JsonNode sent = new FormClient(this.simulator).post(this.channel + "/messages", boundary, body);
		JsonNode attachment = sent.path("attachments").path(0);
		assertThat(attachment.path("filename").asString()).isEqualTo("note.txt");
		assertThat(attachment.path("size").asInt()).isEqualTo(5);
		assertThat(attachment.path("description").asString()).isEqualTo("a note");
		assertThat(next("MESSAGE_CREATE").path("content").asString()).isEqualTo("see");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					{}                                                    | 400 50006
					{'content': ''}                                       | 400 50006
					{'content': 5}                                        | 400 50035 content=BASE_TYPE_BAD_TYPE
					{'embeds': [{'fields': [{'name': '', 'value': 'v'}]}]} | 400 50035 embeds.0.fields.0.name=BASE_TYPE_BAD_LENGTH
					{'components': [{'type': 2, 'custom_id': 'x'}]}       | 400 50035 components.0.type=UNION_TYPE_CHOICES
					{'content': 'x', 'flags': 32768}                      | 400 50035 content=MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2
					{                                                     | 400 50109
					""")
	void wrongMessagesAreRefusedWithTheFieldThatIsWrong(String body, String refusal) {
		assertThat(this.rest.post(this.channel + "/messages", body.replace('\'', '"')).refusal()).isEqualTo(refusal);
	}

	@Test
	void textThatIsTooLongIsRefused() {
		assertThat(this.rest.post(this.channel + "/messages", "{\"content\": \"" + "x".repeat(2001) + "\"}").refusal())
			.isEqualTo("400 50035 content=BASE_TYPE_MAX_LENGTH");
	}

	@Test
	void whatDoesNotExistIsUnknown() {
		assertThat(this.rest.get("/channels/5").refusal()).isEqualTo("404 10003");
		assertThat(this.rest.post("/channels/5/messages", "{\"content\": \"x\"}").refusal()).isEqualTo("404 10003");
		assertThat(this.rest.get("/guilds/5").refusal()).isEqualTo("404 10004");
		assertThat(this.rest.get(guild("/members/5")).refusal()).isEqualTo("404 10013");
		this.simulator.user("bob");
		assertThat(this.rest.get(guild("/members/" + this.simulator.user("bob").id())).refusal())
			.isEqualTo("404 10007");
		assertThat(this.rest.get(guild("/roles/5")).refusal()).isEqualTo("404 10011");
		assertThat(this.rest.get(guild("/bans/5")).refusal()).isEqualTo("404 10026");
		assertThat(this.rest.get("/webhooks/5").refusal()).isEqualTo("404 10015");
		assertThat(this.rest.get(this.channel + "/messages/5").refusal()).isEqualTo("404 10008");
		assertThat(this.rest.get("/channels/x").refusal()).isEqualTo("400 50035 channel=NUMBER_TYPE_COERCE");
		assertThat(this.rest.get("/nothing").refusal()).isEqualTo("404 0");
		assertThat(this.rest.patch("/users/@me/channels", "{}").refusal()).isEqualTo("405 0");
	}

	@Test
	void aBotWithoutPermissionIsRefused() {
		String everyone = guild("/roles/" + this.guild.id());
		String bot = this.simulator.world().botId().toString();
		long view = 1 << 10;
		long send = 1 << 11;
		assertThat(this.rest.put(this.channel + "/permissions/" + bot, """
				{"type": 1, "deny": "%d"}""".formatted(send)).status()).isEqualTo(204);
		audited("CHANNEL_UPDATE");
		assertThat(this.rest.post(this.channel + "/messages", "{\"content\": \"x\"}").refusal()).isEqualTo("403 50013");
		this.rest.put(this.channel + "/permissions/" + bot, """
				{"type": 1, "deny": "%d"}""".formatted(view));
		assertThat(this.rest.get(this.channel).refusal()).isEqualTo("403 50001");
		assertThat(this.rest.patch(everyone, "{\"permissions\": \"0\"}").ok().path("permissions").asString())
			.isEqualTo("0");
	}

	@Test
	void directMessagesGoToTheUser() {
		JsonNode opened = this.rest.post("/users/@me/channels", "{\"recipient_id\": \"" + this.alice + "\"}").ok();
		assertThat(opened.path("recipients").path(0).path("username").asString()).isEqualTo("alice");
		assertThat(opened.path("id").asString()).isEqualTo(this.simulator.user("alice").channelId().toString());
		this.rest.post("/channels/" + opened.path("id").asString() + "/messages", "{\"content\": \"psst\"}").ok();
		JsonNode created = next("MESSAGE_CREATE");
		assertThat(created.has("guild_id")).isFalse();
		assertThat(created.path("channel_type").asInt()).isEqualTo(1);
		assertThat(this.rest.post("/users/@me/channels", "{\"recipient_id\": \"5\"}").refusal()).isEqualTo("400 50033");
	}

	@Test
	void channelsAreMadeChangedAndDeleted() {
		JsonNode made = this.rest.post(guild("/channels"), "{\"name\": \"New Place\", \"topic\": \"all\"}").ok();
		assertThat(made.path("name").asString()).isEqualTo("new-place");
		assertThat(audited("CHANNEL_CREATE").path("topic").asString()).isEqualTo("all");
		String one = "/channels/" + made.path("id").asString();
		assertThat(this.rest.get(guild("/channels")).ok().findValuesAsString("name")).contains("new-place", "general");
		assertThat(this.rest.patch(one, "{\"topic\": null, \"rate_limit_per_user\": 5}")
			.ok()
			.path("rate_limit_per_user")
			.asInt()).isEqualTo(5);
		assertThat(audited("CHANNEL_UPDATE").path("topic").isNull()).isTrue();
		assertThat(this.simulator.guild("garden").channel("new-place").toString())
			.isEqualTo(made.path("id").asString());
		assertThat(this.rest.delete(one).status()).isEqualTo(200);
		audited("CHANNEL_DELETE");
		assertThat(this.rest.get(one).refusal()).isEqualTo("404 10003");
		assertThat(this.rest.post(guild("/channels"), "{\"type\": 1}").refusal())
			.isEqualTo("400 50035 name=BASE_TYPE_REQUIRED type=BASE_TYPE_CHOICES");
		assertThat(this.rest.patch(this.channel, "{\"rate_limit_per_user\": 99999}").refusal())
			.isEqualTo("400 50035 rate_limit_per_user=NUMBER_TYPE_MAX");
	}

	@Test
	void aNewBotSeesWhatWasChanged() {
		this.rest.patch(guild(""), "{\"name\": \"orchard\"}");
		this.rest.patch(this.channel, "{\"topic\": \"apples\"}");
		this.rest.patch(guild("/members/" + this.alice), "{\"nick\": \"Al\"}");
		try (TestClient later = TestClient.connect(this.simulator)) {
			later.identify();
			JsonNode seen = later.nextEvent("GUILD_CREATE").path("d");
			assertThat(seen.path("name").asString()).isEqualTo("orchard");
			assertThat(seen.path("channels").findValuesAsString("topic")).contains("apples");
			assertThat(seen.path("members").findValuesAsString("nick")).contains("Al");
		}
	}

	@Test
	void threadsAreStartedJoinedArchivedAndDeleted() {
		String message = say("topic");
		JsonNode thread = this.rest.post(message + "/threads", "{\"name\": \"talk\"}").ok();
		assertThat(thread.path("id").asString()).isEqualTo(message.replaceAll(".*/", ""));
		assertThat(audited("THREAD_CREATE").path("newly_created").asBoolean()).isTrue();
		next("MESSAGE_UPDATE");
		assertThat(this.rest.post(message + "/threads", "{\"name\": \"talk\"}").refusal()).isEqualTo("400 160004");
		String one = "/channels/" + thread.path("id").asString();
		this.rest.post(one + "/messages", "{\"content\": \"in it\"}").ok();
		next("MESSAGE_CREATE");
		assertThat(this.rest.put(one + "/thread-members/" + this.alice, "").status()).isEqualTo(204);
		assertThat(next("THREAD_MEMBERS_UPDATE").path("member_count").asInt()).isEqualTo(2);
		assertThat(this.rest.delete(one + "/thread-members/" + this.alice).status()).isEqualTo(204);
		next("THREAD_MEMBERS_UPDATE");
		assertThat(this.rest.get(guild("/threads/active")).ok().path("threads").findValuesAsString("name"))
			.containsExactly("talk");
		this.rest.patch(one, "{\"archived\": true}").ok();
		assertThat(audited("THREAD_UPDATE").path("thread_metadata").path("archived").asBoolean()).isTrue();
		assertThat(this.rest.get(guild("/threads/active")).ok().path("threads").isEmpty()).isTrue();
		assertThat(this.rest.get(this.channel + "/threads/archived/public")
			.ok()
			.path("threads")
			.findValuesAsString("name")).containsExactly("talk");
		this.rest.delete(one);
		audited("THREAD_DELETE");
		JsonNode made = this.rest.post(this.channel + "/threads", "{\"name\": \"quiet\", \"type\": 12}").ok();
		assertThat(made.path("type").asInt()).isEqualTo(12);
		audited("THREAD_CREATE");
	}

	@Test
	void aPostInAForumHasItsMessage() {
		String forum = this.rest.post(guild("/channels"), "{\"name\": \"help\", \"type\": 15}")
			.ok()
			.path("id")
			.asString();
		audited("CHANNEL_CREATE");
		assertThat(this.rest.post("/channels/" + forum + "/messages", "{\"content\": \"x\"}").refusal())
			.isEqualTo("400 50008");
		JsonNode post = this.rest
			.post("/channels/" + forum + "/threads", "{\"name\": \"how\", \"message\": {\"content\": \"so\"}}")
			.ok();
		assertThat(post.path("message").path("content").asString()).isEqualTo("so");
		audited("THREAD_CREATE");
		next("MESSAGE_CREATE");
	}

	@Test
	void membersAreFoundAndChanged() {
		assertThat(this.rest.get(guild("/members?limit=1000")).ok().findValuesAsString("username")).contains("alice",
				"owner", "simulated-bot");
		assertThat(this.rest.get(guild("/members/search?query=ali")).ok().findValuesAsString("username"))
			.containsExactly("alice");
		String one = guild("/members/" + this.alice);
		assertThat(this.rest.patch(one, "{\"nick\": \"Al\", \"mute\": true}").ok().path("nick").asString())
			.isEqualTo("Al");
		JsonNode updated = audited("GUILD_MEMBER_UPDATE");
		assertThat(updated.path("nick").asString()).isEqualTo("Al");
		assertThat(this.rest.get(one).ok().path("nick").asString()).isEqualTo("Al");
		assertThat(this.rest.patch(one, "{\"nick\": \"" + "x".repeat(33) + "\"}").refusal())
			.isEqualTo("400 50035 nick=BASE_TYPE_MAX_LENGTH");
		this.rest.patch(one, "{\"communication_disabled_until\": \"2026-01-01T00:00:00.000Z\"}").ok();
		audited("GUILD_MEMBER_UPDATE");
		String owner = this.simulator.user("owner").id().toString();
		assertThat(this.rest.delete(guild("/members/" + owner)).refusal()).isEqualTo("403 50013");
		assertThat(this.rest.send("DELETE", one, "", "X-Audit-Log-Reason", "spam%20again").status()).isEqualTo(204);
		assertThat(next("GUILD_AUDIT_LOG_ENTRY_CREATE").path("reason").asString()).isEqualTo("spam again");
		assertThat(next("GUILD_MEMBER_REMOVE").path("user").path("id").asString()).isEqualTo(this.alice);
		JsonNode log = this.rest.get(guild("/audit-logs?action_type=20")).ok();
		assertThat(log.path("audit_log_entries").path(0).path("reason").asString()).isEqualTo("spam again");
	}

	@Test
	void rolesAreMadeGivenAndDeleted() {
		JsonNode role = this.rest.post(guild("/roles"), "{\"name\": \"green\", \"color\": 255, \"permissions\": \"8\"}")
			.ok();
		assertThat(role.path("colors").path("primary_color").asInt()).isEqualTo(255);
		audited("GUILD_ROLE_CREATE");
		String id = role.path("id").asString();
		assertThat(this.rest.put(guild("/members/" + this.alice + "/roles/" + id), "").status()).isEqualTo(204);
		assertThat(audited("GUILD_MEMBER_UPDATE").path("roles").valueStream().map(JsonNode::asString)).contains(id);
		assertThat(this.rest.delete(guild("/members/" + this.alice + "/roles/" + id)).status()).isEqualTo(204);
		assertThat(audited("GUILD_MEMBER_UPDATE").path("roles").isEmpty()).isTrue();
		assertThat(this.rest.patch(guild("/roles/" + id), "{\"name\": \"blue\"}").ok().path("name").asString())
			.isEqualTo("blue");
		audited("GUILD_ROLE_UPDATE");
		assertThat(this.rest.get(guild("/roles/" + id)).ok().path("name").asString()).isEqualTo("blue");
		assertThat(this.rest.get(guild("/roles")).ok().findValuesAsString("name")).contains("@everyone", "blue");
		String managed = this.rest.get(guild("/roles"))
			.ok()
			.valueStream()
			.filter((one) -> one.path("managed").asBoolean())
			.findFirst()
			.orElseThrow()
			.path("id")
			.asString();
		assertThat(this.rest.delete(guild("/roles/" + managed)).refusal()).isEqualTo("403 50013");
		assertThat(this.rest.delete(guild("/roles/" + id)).status()).isEqualTo(204);
		audited("GUILD_ROLE_DELETE");
	}

	@Test
	void bansAreListedAndLifted() {
		String one = guild("/bans/" + this.alice);
		assertThat(this.rest.send("PUT", one, "{}", "X-Audit-Log-Reason", "spam").status()).isEqualTo(204);
		audited("GUILD_BAN_ADD");
		next("GUILD_MEMBER_REMOVE");
		assertThat(this.rest.get(one).ok().path("reason").asString()).isEqualTo("spam");
		assertThat(this.rest.get(guild("/bans")).ok().size()).isEqualTo(1);
		assertThat(this.rest.delete(one).status()).isEqualTo(204);
		audited("GUILD_BAN_REMOVE");
		assertThat(this.rest.get(one).refusal()).isEqualTo("404 10026");
		Snowflake bob = this.simulator.user("bob").id();
		JsonNode bulk = this.rest.post(guild("/bulk-ban"), "{\"user_ids\": [\"" + bob + "\", \"5\"]}").ok();
		assertThat(bulk.path("banned_users").size()).isEqualTo(1);
		assertThat(bulk.path("failed_users").size()).isEqualTo(1);
	}

	@Test
	void theGuildIsChangedAndLeft() {
		assertThat(this.rest.get(guild("?with_counts=true")).ok().path("approximate_member_count").asInt())
			.isEqualTo(3);
		assertThat(this.rest.patch(guild(""), "{\"name\": \"orchard\"}").ok().path("name").asString())
			.isEqualTo("orchard");
		assertThat(audited("GUILD_UPDATE").path("name").asString()).isEqualTo("orchard");
		assertThat(this.rest.patch(guild(""), "{\"name\": \"x\"}").refusal())
			.isEqualTo("400 50035 name=BASE_TYPE_BAD_LENGTH");
		assertThat(this.rest.get("/users/@me/guilds?with_counts=false").ok().findValuesAsString("name"))
			.containsExactly("orchard");
		assertThat(this.rest.delete("/users/@me/guilds/" + this.guild.id()).status()).isEqualTo(204);
		next("GUILD_DELETE");
		assertThat(this.rest.get(guild("")).refusal()).isEqualTo("404 10004");
	}

	@Test
	void usersAndTheApplicationAreKnown() {
		assertThat(this.rest.get("/users/@me").ok().path("username").asString()).isEqualTo("simulated-bot");
		assertThat(this.rest.get("/users/" + this.alice).ok().path("username").asString()).isEqualTo("alice");
		assertThat(this.rest.get("/users/5").refusal()).isEqualTo("404 10013");
		assertThat(this.rest.get("/applications/@me").ok().path("id").asString())
			.isEqualTo(this.simulator.world().botId().toString());
	}

	@Test
	void invitesAndTypingAreTold() {
		JsonNode invite = this.rest.post(this.channel + "/invites", "{\"max_uses\": 3}").ok();
		audited("INVITE_CREATE");
		assertThat(this.rest.get(this.channel + "/invites").ok().findValuesAsString("code"))
			.containsExactly(invite.path("code").asString());
		assertThat(this.rest.post(this.channel + "/typing", "").status()).isEqualTo(204);
		next("TYPING_START");
	}

	@Test
	void webhooksWriteInTheirOwnName() {
		JsonNode webhook = this.rest.post(this.channel + "/webhooks", "{\"name\": \"news\"}").ok();
		audited("WEBHOOKS_UPDATE");
		String one = "/webhooks/" + webhook.path("id").asString();
		assertThat(this.rest.get(one).ok().path("name").asString()).isEqualTo("news");
		assertThat(this.rest.get(this.channel + "/webhooks").ok().size()).isEqualTo(1);
		String execute = one + "/" + webhook.path("token").asString();
		JsonNode sent = this.rest.post(execute + "?wait=true", "{\"content\": \"read\", \"username\": \"daily\"}").ok();
		assertThat(sent.path("author").path("username").asString()).isEqualTo("daily");
		assertThat(next("MESSAGE_CREATE").path("webhook_id")).isEqualTo(webhook.path("id"));
		String message = execute + "/messages/" + sent.path("id").asString();
		assertThat(this.rest.patch(message, "{\"content\": \"more\"}").ok().path("content").asString())
			.isEqualTo("more");
		next("MESSAGE_UPDATE");
		assertThat(this.rest.delete(message).status()).isEqualTo(204);
		next("MESSAGE_DELETE");
		assertThat(this.rest.post(one + "/wrong", "{\"content\": \"x\"}").refusal()).isEqualTo("401 50027");
		this.rest.patch(one, "{\"name\": \"old\"}").ok();
		this.rest.delete(one);
		assertThat(this.rest.get(one).refusal()).isEqualTo("404 10015");
	}

	@Test
	void commandsKeepTheirIdsWhenTheyAreOverwritten() {
		String all = "/applications/" + this.simulator.world().botId() + "/commands";
		JsonNode ping = this.rest.post(all, "{\"name\": \"ping\", \"description\": \"Answers\"}").ok();
		JsonNode both = this.rest.put(all, """
				[{"name": "ping", "description": "Answers", "type": 1}, {"name": "Info", "type": 2}]""").ok();
		assertThat(both.path(0).path("id")).isEqualTo(ping.path("id"));
		assertThat(both.path(0).path("version")).isEqualTo(ping.path("version"));
		assertThat(this.rest.get(all + "?with_localizations=true").ok().size()).isEqualTo(2);
		String one = all + "/" + ping.path("id").asString();
		assertThat(this.rest.patch(one, "{\"description\": \"Says pong\"}").ok().path("description").asString())
			.isEqualTo("Says pong");
		assertThat(this.rest.get(one).ok().path("description").asString()).isEqualTo("Says pong");
		assertThat(this.rest.delete(one).status()).isEqualTo(204);
		assertThat(this.rest.get(one).refusal()).isEqualTo("404 10063");
		String inGuild = "/applications/" + this.simulator.world().botId() + "/guilds/" + this.guild.id() + "/commands";
		assertThat(this.rest.put(inGuild, "[{\"name\": \"roll\", \"description\": \"Rolls\"}]")
			.ok()
			.path(0)
			.path("guild_id")
			.asString()).isEqualTo(this.guild.id().toString());
		assertThat(this.rest.put(all, """
				[{"name": "Ping", "description": "x"}, {"name": "a", "description": "x", "options":
				[{"type": 3, "name": "b", "description": ""}]}, {"name": "a", "description": "x"}]""").refusal())
			.isEqualTo("400 50035 0.name=APPLICATION_COMMAND_INVALID_NAME"
					+ " 1.options.0.description=BASE_TYPE_BAD_LENGTH 2.name=APPLICATION_COMMANDS_DUPLICATE_NAME");
	}

}
