package io.github.discordgateway.simulator;

import java.time.Duration;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.RawEvent;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.model.auditlog.AuditLogEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for what can happen in a guild beside talk: each verb becomes the event that is
 * documented, and the world is then as the event says.
 */
class VerbsTests {

	private static final Catalog CATALOG = Catalog.load();

	private final GatewaySimulator simulator = GatewaySimulator.builder()
		.guildsPerShard(0)
		.identifyWindow(Duration.ZERO)
		.timeout(Duration.ofSeconds(30))
		.build();

	private TestClient client;

	private LiveGuild garden;

	private LiveMember alice;

	@BeforeEach
	void start() {
		this.simulator.start();
		this.client = TestClient.connect(this.simulator);
		this.client.awaitReady();
		this.garden = this.simulator.guild("garden");
		this.alice = this.garden.member("alice");
		this.client.nextEvent("GUILD_CREATE");
	}

	@AfterEach
	void close() {
		this.client.close();
		this.simulator.close();
	}

	/** The next event, which must be the expected one and as documented. */
	private JsonNode next(String eventName) {
		JsonNode frame = this.client.next();
		assertThat(frame.path("t").asString("")).isEqualTo(eventName);
		JsonNode body = frame.path("d");
		assertThat(CATALOG.complaints(eventName, body)).as(eventName).isEmpty();
		assertThatCode(() -> new EventDecoder(TestClient.MAPPER)
			.decode(new RawEvent(eventName, TestClient.MAPPER.writeValueAsBytes(body)))).as(eventName)
			.doesNotThrowAnyException();
		return body;
	}

	private JsonNode guildAsNewcomersSeeIt() {
		this.garden.goesDown();
		next("GUILD_DELETE");
		this.garden.comesBack();
		return next("GUILD_CREATE");
	}

	@Test
	void roles() {
		Snowflake gardener = this.garden.role("gardener");
		assertThat(next("GUILD_ROLE_CREATE").path("role").path("name").asString()).isEqualTo("gardener");
		assertThat(this.garden.role("gardener")).isEqualTo(gardener);
		this.alice.getsRole("gardener");
		assertThat(next("GUILD_MEMBER_UPDATE").path("roles").findValues("")).isEmpty();
		assertThat(guildAsNewcomersSeeIt().toString()).contains("gardener");
		this.garden.renamesRole("gardener", "head gardener");
		assertThat(next("GUILD_ROLE_UPDATE").path("role").path("id").asString()).isEqualTo(gardener.toString());
		this.alice.losesRole("head gardener");
		assertThat(next("GUILD_MEMBER_UPDATE").path("roles").size()).isZero();
		this.garden.deletesRole("head gardener");
		assertThat(next("GUILD_ROLE_DELETE").path("role_id").asString()).isEqualTo(gardener.toString());
		assertThatIllegalStateException().isThrownBy(() -> this.garden.deletesRole("head gardener"))
			.withMessageContaining("only [@everyone");
	}

	@Test
	void nicknames() {
		this.alice.changesNick("Al");
		JsonNode updated = next("GUILD_MEMBER_UPDATE");
		assertThat(updated.path("nick").asString()).isEqualTo("Al");
		assertThat(updated.path("user").path("id").asString()).isEqualTo(this.alice.id().toString());
		this.alice.changesNick(null);
		assertThat(next("GUILD_MEMBER_UPDATE").path("nick").isNull()).isTrue();
	}

	@Test
	void bans() {
		this.alice.isBanned();
		assertThat(next("GUILD_BAN_ADD").path("user").path("username").asString()).isEqualTo("alice");
		next("GUILD_MEMBER_REMOVE");
		assertThatIllegalStateException().isThrownBy(() -> this.alice.says("hello")).withMessageContaining("joins()");
		this.alice.isUnbanned();
		next("GUILD_BAN_REMOVE");
		assertThatIllegalStateException().isThrownBy(this.alice::isUnbanned).withMessageContaining("not banned");
		this.alice.joins();
		next("GUILD_MEMBER_ADD");
	}

	@Test
	void channels() {
		Snowflake id = this.garden.channel("roses");
		next("CHANNEL_CREATE");
		this.garden.renamesChannel("roses", "tulips");
		assertThat(next("CHANNEL_UPDATE").path("name").asString()).isEqualTo("tulips");
		assertThat(this.garden.channel("tulips")).isEqualTo(id);
		this.garden.deletesChannel("tulips");
		assertThat(next("CHANNEL_DELETE").path("id").asString()).isEqualTo(id.toString());
		assertThatIllegalStateException().isThrownBy(() -> this.garden.deletesChannel("tulips"))
			.withMessageContaining("only [general, topic-1, topic-2]");
		this.garden.isRenamed("park");
		assertThat(next("GUILD_UPDATE").path("name").asString()).isEqualTo("park");
		assertThat(this.simulator.guild("garden").name()).isEqualTo("park");
	}

	@Test
	void threads() {
		Snowflake id = this.garden.opensThread("general", "compost");
		assertThat(next("THREAD_CREATE").path("id").asString()).isEqualTo(id.toString());
		assertThat(guildAsNewcomersSeeIt().path("threads").findValuesAsString("name")).containsExactly("compost");
		this.garden.archivesThread("compost");
		assertThat(next("THREAD_UPDATE").path("thread_metadata").path("archived").asBoolean(false)).isTrue();
		this.garden.deletesThread("compost");
		next("THREAD_DELETE");
		assertThatIllegalStateException().isThrownBy(() -> this.garden.archivesThread("compost"))
			.withMessageContaining("There is no thread compost in garden, only []");
	}

	@Test
	void invitesAndTheAuditLog() {
		String code = this.garden.invites("general");
		assertThat(next("INVITE_CREATE").path("code").asString()).isEqualTo(code);
		this.garden.deletesInvite("general", code);
		assertThat(next("INVITE_DELETE").path("code").asString()).isEqualTo(code);
		this.garden.logs(AuditLogEvent.MEMBER_KICK, this.alice.id());
		assertThat(next("GUILD_AUDIT_LOG_ENTRY_CREATE").path("target_id").asString())
			.isEqualTo(this.alice.id().toString());
	}

	@Test
	void scheduledEventsAndStages() {
		Snowflake id = this.garden.schedulesEvent("harvest");
		assertThat(next("GUILD_SCHEDULED_EVENT_CREATE").path("status").asInt()).isEqualTo(1);
		this.garden.startsEvent(id);
		assertThat(next("GUILD_SCHEDULED_EVENT_UPDATE").path("status").asInt()).isEqualTo(2);
		this.garden.deletesEvent(id);
		assertThat(next("GUILD_SCHEDULED_EVENT_DELETE").path("name").asString()).isEqualTo("harvest");
		assertThatIllegalStateException().isThrownBy(() -> this.garden.startsEvent(id))
			.withMessageContaining("only []");
		this.garden.startsStage("Voice", "bees");
		JsonNode stage = next("STAGE_INSTANCE_CREATE");
		this.garden.endsStage("Voice", "bees");
		assertThat(next("STAGE_INSTANCE_DELETE")).isEqualTo(stage);
	}

	@Test
	void polls() {
		LiveMessage poll = this.alice.asks("Lunch?", "soup", "salad");
		JsonNode created = next("MESSAGE_CREATE");
		assertThat(created.path("poll").path("answers").size()).isEqualTo(2);
		this.alice.votes(poll, 2);
		JsonNode vote = next("MESSAGE_POLL_VOTE_ADD");
		assertThat(vote.path("answer_id").asInt()).isEqualTo(2);
		assertThat(vote.path("message_id").asString()).isEqualTo(created.path("id").asString());
		this.alice.takesVoteBack(poll, 2);
		assertThat(next("MESSAGE_POLL_VOTE_REMOVE")).isEqualTo(vote);
		LiveUser bob = this.simulator.user("bob");
		LiveMessage direct = bob.asks("Tea?", "yes");
		next("MESSAGE_CREATE");
		bob.votes(direct, 1);
		assertThat(next("MESSAGE_POLL_VOTE_ADD").has("guild_id")).isFalse();
	}

	@Test
	void entitlements() {
		Snowflake sku = Snowflake.of(7);
		Snowflake entitlement = this.simulator.user("bob").buys(sku);
		assertThat(next("ENTITLEMENT_CREATE").path("id").asString()).isEqualTo(entitlement.toString());
		this.simulator.user("bob").returns(entitlement, sku);
		assertThat(next("ENTITLEMENT_DELETE").path("deleted").asBoolean(false)).isTrue();
	}

	@Test
	void whichGuildIsLargeIsForTheBotToSay() {
		this.garden.grows(200, 0, 0, 0);
		assertThat(guildAsNewcomersSeeIt().path("large").asBoolean(true)).isFalse();
		this.garden.grows(100, 0, 0, 0);
		assertThat(guildAsNewcomersSeeIt().path("large").asBoolean(false)).isTrue();
	}

	@Test
	void guildsOfAnySize() {
		this.garden.grows(20_000, 400, 200, 900);
		JsonNode guild = guildAsNewcomersSeeIt();
		assertThat(guild.path("member_count").asInt()).isEqualTo(20_003);
		assertThat(guild.path("channels").size()).isGreaterThan(400);
		assertThat(guild.path("roles").size()).isGreaterThan(200);
		assertThat(guild.path("threads").size()).isEqualTo(900);
	}

}
