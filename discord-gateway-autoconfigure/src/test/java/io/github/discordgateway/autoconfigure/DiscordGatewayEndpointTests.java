package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.github.discordgateway.ShardState;
import io.github.discordgateway.actuate.DiscordGatewayEndpoint;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.GatewaySimulatorBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link DiscordGatewayEndpoint} and what {@code info} tells, as an operator
 * reads them over HTTP.
 */
class DiscordGatewayEndpointTests {

	private static final String ENDPOINT = "/discordgateway";

	private SimulatedBot bot;

	@AfterEach
	void close() {
		if (this.bot != null) {
			this.bot.close();
		}
	}

	private void run(GatewaySimulatorBuilder simulator, String... more) {
		this.bot = new SimulatedBot(simulator, WebApplicationType.REACTIVE, Bot.class, more).ready();
	}

	private JsonNode read(String path) {
		return this.bot.get(ENDPOINT + path).json();
	}

	private static GatewaySimulatorBuilder twoShards() {
		return GatewaySimulator.builder()
			.shards(2)
			.maxConcurrency(16)
			.guildsPerShard(2)
			.heartbeatInterval(Duration.ofSeconds(1));
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void showsAndChangesTheGatewayInAnyWebApplication(WebApplicationType web) {
		this.bot = new SimulatedBot(twoShards(), web, Bot.class).ready();
		assertThat(read("").path("state").asString()).isEqualTo("running");
		assertThat(read("/shards/1").path("id").asInt()).isEqualTo(1);
		assertThat(this.bot.get(ENDPOINT + "/shards/7").status()).isEqualTo(404);
		assertThat(this.bot.post(ENDPOINT + "/shards/0", "{\"action\":\"dance\"}").status()).isEqualTo(400);
		SimulatedBot.Answer restarted = this.bot.post(ENDPOINT + "/shards/0", "{\"action\":\"restart\"}");
		assertThat(restarted.status()).as(restarted.text()).isEqualTo(200);
		this.bot.ready();
	}

	@Test
	void showsTheGateway() {
		run(twoShards());
		this.bot.say(1, 2, "hello");
		SimulatedBot.eventually().untilAsserted(() -> {
			JsonNode gateway = read("");
			assertThat(gateway.path("total").asInt()).isEqualTo(2);
			JsonNode shard = gateway.path("shards").path(1);
			assertThat(shard.path("id").asInt()).isEqualTo(1);
			assertThat(shard.path("state").asString()).isEqualTo("ready");
			assertThat(shard.path("guilds").asInt()).isEqualTo(2);
			assertThat(Duration.parse(shard.path("latency").asString())).isPositive();
			assertThat(gateway.path("identify").path("remaining").asInt()).isPositive();
			assertThat(gateway.path("events").path("MESSAGE_CREATE").path("handled").asInt()).isEqualTo(1);
			JsonNode listener = gateway.path("listeners").path(0);
			assertThat(listener.path("id").asString()).contains("onMessage");
			assertThat(listener.path("events").path(0).asString()).isEqualTo("MESSAGE_CREATE");
			assertThat(listener.path("calls").asInt()).isEqualTo(1);
			assertThat(Duration.parse(listener.path("maxTime").asString())).isPositive();
		});
	}

	@Test
	void showsOneShardWithItsPast() {
		run(twoShards());
		this.bot.simulator.connection(0).close(4000, "look here");
		SimulatedBot.eventually().untilAsserted(() -> {
			JsonNode shard = read("/shards/0");
			assertThat(shard.path("state").asString()).isEqualTo("ready");
			assertThat(shard.path("latencies").isEmpty()).isFalse();
			JsonNode close = shard.path("closes").path(0);
			assertThat(close.path("code").asInt()).isEqualTo(4000);
			assertThat(close.path("initiator").asString()).isEqualTo("server");
			assertThat(close.path("cause").asString()).contains("look here");
			assertThat(close.path("at").asString()).startsWith("20");
			assertThat(shard.path("counters").path("resumes").path("resumed").asInt()).isEqualTo(1);
			assertThat(shard.path("counters").path("connects").asInt()).isEqualTo(2);
			assertThat(shard.path("session").path("fingerprint").asString()).matches("[0-9a-f]{8}");
			assertThat(shard.path("intents").toString()).contains("GUILD_MESSAGES", "MESSAGE_CONTENT")
				.doesNotContain("GUILD_PRESENCES");
			assertThat(shard.path("pending").asInt()).isZero();
			assertThat(shard.path("guilds").asInt()).isEqualTo(2);
		});
	}

	@Test
	void showsOneListener() {
		run(twoShards());
		String id = read("").path("listeners").path(0).path("id").asString();
		JsonNode listener = read("/listeners/" + id);
		assertThat(listener.path("description").asString()).contains("onMessage");
		assertThat(listener.path("form").asString()).isEqualTo("typed");
		assertThat(listener.path("ordering").asString()).as("the common one").isEqualTo("guild");
	}

	@Test
	void pausesStopsAndStartsAListener() {
		run(twoShards());
		String path = "/listeners/" + read("").path("listeners").path(0).path("id").asString();
		change(path, "pause", "paused");
		this.bot.say(0, 2, "hello");
		SimulatedBot.eventually()
			.untilAsserted(() -> assertThat(read("/shards/0").path("pending").asInt()).isEqualTo(1));
		assertThat(read(path).path("calls").asInt()).isZero();
		change(path, "resume", "running");
		SimulatedBot.eventually().untilAsserted(() -> assertThat(read(path).path("calls").asInt()).isEqualTo(1));
		change(path, "stop", "stopped");
		SimulatedBot.Answer refused = this.bot.post(ENDPOINT + path, "{\"action\":\"pause\"}");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.json().path("problem").asString()).isNotEmpty();
		change(path, "start", "running");
	}

	private void change(String path, String action, String state) {
		SimulatedBot.Answer answer = this.bot.post(ENDPOINT + path, "{\"action\":\"" + action + "\"}");
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		assertThat(answer.json().path("result").asString()).startsWith("Listener ");
		assertThat(read(path).path("state").asString()).isEqualTo(state);
	}

	@Test
	void aFatallyClosedShardSaysWhatToDo() {
		run(twoShards());
		this.bot.simulator.connection(1).close(4014, "");
		SimulatedBot.eventually()
			.untilAsserted(() -> assertThat(read("/shards/1").path("remedy").asString()).contains("developer portal"));
	}

	@Test
	void stopsAndStartsAShard() {
		run(twoShards());
		SimulatedBot.Answer stopped = this.bot.post(ENDPOINT + "/shards/1", "{\"action\":\"stop\"}");
		assertThat(stopped.json().path("target").asString()).isEqualTo("shards/1");
		assertThat(stopped.json().path("result").asString()).isEqualTo("Shard 1 was stopped, and its session is kept");
		assertThat(this.bot.gateway().shard(1).snapshot().state()).isEqualTo(ShardState.STOPPED);
		SimulatedBot.Answer reconnected = this.bot.post(ENDPOINT + "/shards/1", "{\"action\":\"reconnect\"}");
		assertThat(reconnected.status()).isEqualTo(400);
		assertThat(reconnected.json().path("problem").asString()).contains("it is stopped");
		assertThat(this.bot.post(ENDPOINT + "/shards/1", "{\"action\":\"start\"}").json().path("result").asString())
			.isEqualTo("Shard 1 was started");
		this.bot.ready();
		assertThat(read("/shards/1").path("counters").path("identifies").asInt()).as("it resumed").isEqualTo(1);
	}

	@Test
	void reconnectsAShard() {
		run(twoShards());
		String session = read("/shards/0").path("session").path("fingerprint").asString();
		SimulatedBot.Answer answer = this.bot.post(ENDPOINT + "/shards/0", "{\"action\":\"reconnect\"}");
		assertThat(answer.json().path("action").asString()).isEqualTo("reconnect");
		SimulatedBot.eventually().untilAsserted(() -> {
			JsonNode shard = read("/shards/0");
			assertThat(shard.path("counters").path("resumes").path("resumed").asInt()).isEqualTo(1);
			assertThat(shard.path("session").path("fingerprint").asString()).isEqualTo(session);
			assertThat(shard.path("closes").path(0).path("initiator").asString()).isEqualTo("client");
		});
	}

	@Test
	void reshards() {
		run(twoShards());
		SimulatedBot.Answer answer = this.bot.post(ENDPOINT, "{\"total\":3}");
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		assertThat(answer.json().path("result").asString()).startsWith("3 shards ");
		SimulatedBot.eventually().untilAsserted(() -> {
			assertThat(read("").path("total").asInt()).isEqualTo(3);
			assertThat(read("").path("state").asString()).isEqualTo("running");
		});
	}

	@Test
	void anImpossibleReshardingIsRefused() {
		run(twoShards().sessionStartLimit(1000, 60, Duration.ofHours(1)));
		SimulatedBot.Answer answer = this.bot.post(ENDPOINT, "{\"total\":100}");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().path("problem").asString()).contains("identifies");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					GET  | /shards/2      |                      | 404 | There is no shard 2 here. There are: [0, 1]
					GET  | /shards/x      |                      | 404 | There is no shard x here
					GET  | /listeners/x   |                      | 404 | There is no listener 'x'. There are: [
					GET  | /guilds/1      |                      | 404 | There is no 'guilds' in the gateway. There are: [shards, listeners]
					POST | /shards/2      | {"action":"restart"} | 404 | There is no shard 2 here. There are: [0, 1]
					POST | /shards/1      | {"action":"explode"} | 400 | 'action' must be one of [restart, reconnect, stop, start]
					POST | /shards/1      | {}                   | 400 | 'action' must be one of [restart, reconnect, stop, start]
					POST | ``             | {}                   | 400 | 'total' must be the new number of shards
					POST | ``             | {"total":"many"}     | 400 | 'total' must be the new number of shards
					POST | ``             | {"total":0}          | 400 | 'total' must be the new number of shards
					""")
	void saysWhatIsWrong(String method, String path, String body, int status, String problem) {
		run(twoShards());
		SimulatedBot.Answer answer = method.equals("GET") ? this.bot.get(ENDPOINT + path)
				: this.bot.post(ENDPOINT + path, body);
		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		assertThat(answer.json().path("problem").asString()).startsWith(problem);
	}

	@Test
	void withoutTheWebTheSameIsAnException() {
		run(twoShards());
		DiscordGatewayEndpoint endpoint = this.bot.context.getBean(DiscordGatewayEndpoint.class);
		assertThatIllegalArgumentException().isThrownBy(() -> endpoint.details("shards", "9"))
			.withMessage("There is no shard 9 here. There are: [0, 1]");
		assertThatIllegalArgumentException().isThrownBy(() -> endpoint.change("shards", "0", null))
			.withMessageContaining("restart");
	}

	@Test
	void noAnswerHasASecret() {
		run(twoShards());
		this.bot.simulator.connection(0).close(4000, "");
		this.bot.ready();
		String session = this.bot.gateway().shard(0).snapshot().session().id();
		String resumeUrl = this.bot.gateway().shard(0).snapshot().session().resumeUrl();
		assertThat(session).isNotBlank();
		String listener = read("").path("listeners").path(0).path("id").asString();
		List<SimulatedBot.Answer> answers = List.of(this.bot.get(ENDPOINT), this.bot.get(ENDPOINT + "/shards/0"),
				this.bot.get(ENDPOINT + "/listeners/" + listener), this.bot.get("/info"), this.bot.get("/health"),
				this.bot.get("/configprops"), this.bot.get("/env"), this.bot.get("/metrics"),
				this.bot.post(ENDPOINT + "/shards/0", "{\"action\":\"restart\"}"),
				this.bot.post(ENDPOINT + "/shards/0", "{\"action\":\"x\"}"));
		assertThat(answers).allSatisfy((answer) -> {
			assertThat(answer.text()).isNotEmpty();
			assertThat(answer.text()).doesNotContain(this.bot.simulator.token(), session, resumeUrl);
		});
	}

	@Test
	void infoTellsWhatRuns() {
		run(twoShards(), "--discord.gateway.compression=zlib-stream");
		JsonNode info = this.bot.get("/info").json().path("discordGateway");
		assertThat(info.path("version").asString()).isNotEmpty();
		assertThat(info.path("apiVersion").asInt()).isEqualTo(10);
		assertThat(info.path("encoding").asString()).isEqualTo("json");
		assertThat(info.path("compression").asString()).isEqualTo("zlib-stream");
		assertThat(info.path("shards").path("total").asInt()).isEqualTo(2);
		assertThat(info.path("shards").path("ids").asString()).isEqualTo("0-1");
	}

	@Test
	void aSlowListenerIsShown() {
		run(twoShards(), "--discord.gateway.dispatch.slow-handler=100ms");
		this.bot.say(0, 2, "wait");
		String id = read("").path("listeners").path(0).path("id").asString();
		SimulatedBot.eventually()
			.untilAsserted(() -> assertThat(read("/listeners/" + id).path("busyWith").path(0).path("event").asString())
				.isEqualTo("MESSAGE_CREATE"));
		this.bot.context.getBean(Bot.class).released.countDown();
	}

	@TestBot
	static class Bot {

		private final CountDownLatch released = new CountDownLatch(1);

		@GatewayListener
		void onMessage(MessageCreate event) throws InterruptedException {
			if (event.message().content().equals("wait")) {
				this.released.await();
			}
		}

	}

}
