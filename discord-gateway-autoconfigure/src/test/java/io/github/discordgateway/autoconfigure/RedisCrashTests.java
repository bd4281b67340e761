package io.github.discordgateway.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.github.discordgateway.ChildJvm;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.Thoroughness;
import io.github.discordgateway.event.lifecycle.EventsMissed;
import io.github.discordgateway.internal.redis.EmbeddedRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process that shares shards with this one, and is killed or stopped for a while.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@DisabledOnOs(OS.WINDOWS)
class RedisCrashTests {

	/** In the thorough size, how it comes preset. */
	private static final int LEASE_SECONDS = Thoroughness.of(3, 15);

	private static final String LEASE = "discord.gateway.redis.lease-duration=" + LEASE_SECONDS + "s";

	/** For how long a process is stopped. */
	private static final Duration STOPPED = Duration.ofSeconds(Thoroughness.of(5, 20));

	private final SharedShards shared = new SharedShards(EmbeddedRedis.shared());

	@TempDir
	Path directory;

	private Process other;

	@BeforeEach
	void startOther() throws IOException {
		this.other = ChildJvm.start(RecordingBot.class, this.directory.resolve("other.log"), this.shared.arguments(
				"other", LEASE, "journal.file=" + journal(), "journal.run=0", "spring.main.web-application-type=none"));
	}

	@AfterEach
	void close() throws InterruptedException {
		this.other.destroyForcibly().waitFor();
		this.shared.close();
	}

	private Path journal() {
		return this.directory.resolve("journal.txt");
	}

	/** What the other process has handled: guild and id. */
	private List<SharedShards.Handled> handledByOther() throws IOException {
		List<SharedShards.Handled> handled = new ArrayList<>();
		if (Files.exists(journal())) {
			String text = Files.readString(journal());
			for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
				String[] parts = line.split(" ");
				handled.add(new SharedShards.Handled("other", parts[1], Long.parseLong(parts[2]),
						Boolean.parseBoolean(parts[4])));
			}
		}
		return handled;
	}

	private Set<Long> allHandled() throws IOException {
		Set<Long> ids = new HashSet<>();
		handledByOther().forEach((event) -> ids.add(event.id()));
		this.shared.handled().forEach((event) -> ids.add(event.id()));
		return ids;
	}

	/** Brings both nodes up, with traffic. */
	private ConfigurableApplicationContext share() {
		SharedShards.eventually().until(() -> this.shared.identifies.get() == SharedShards.TOTAL);
		ConfigurableApplicationContext survivor = this.shared.node("survivor", LEASE);
		SharedShards.awaitShards(survivor, 3);
		this.shared.startTraffic();
		SharedShards.eventually().until(() -> handledByOther().size() > 200);
		return survivor;
	}

	private void awaitAllHandled() throws InterruptedException {
		long sent = this.shared.endTraffic();
		SharedShards.eventually().until(() -> allHandled().size() == sent);
	}

	@Test
	@DisplayName("D5 the shards of a process that is killed are resumed by another: no IDENTIFY, nothing missing, in order")
	void killed() throws Exception {
		ConfigurableApplicationContext survivor = share();
		this.other.destroyForcibly().waitFor();
		SharedShards.awaitShards(survivor, SharedShards.TOTAL);
		this.shared.awaitTraffic(100);
		awaitAllHandled();
		assertThat(this.shared.identifies).hasValue(SharedShards.TOTAL);
		List<SharedShards.Handled> inOrder = new ArrayList<>(handledByOther());
		inOrder.addAll(this.shared.handled());
		Map<String, Long> latest = new HashMap<>();
		Set<Long> seen = new HashSet<>();
		for (SharedShards.Handled event : inOrder) {
			if (seen.add(event.id())) {
				Long before = latest.put(event.guild(), event.id());
				assertThat(event.id()).as("order: %s", event).isGreaterThan((before != null) ? before : 0);
			}
			else {
				assertThat(event.replayed()).as("only what was not acknowledged comes again").isTrue();
			}
		}
	}

	@Test
	@DisplayName("D6 what is lost with a process and with the data of Redis is told as a gap by who runs the shards next")
	void killedAndForgotten() throws Exception {
		ConfigurableApplicationContext survivor = share();
		List<EventsMissed> missed = new CopyOnWriteArrayList<>();
		survivor.addApplicationListener((ApplicationListener<ApplicationEvent>) (event) -> {
			if (event instanceof PayloadApplicationEvent<?> told && told.getPayload() instanceof EventsMissed gap) {
				missed.add(gap);
			}
		});
		Set<ShardId> kept = SharedShards.gateway(survivor)
			.shards()
			.stream()
			.map((shard) -> shard.id())
			.collect(Collectors.toSet());
		this.other.destroyForcibly().waitFor();
		StringRedisTemplate redis = survivor.getBean(StringRedisTemplate.class);
		redis.delete(redis.keys(this.shared.prefix + "*"));
		SharedShards.awaitShards(survivor, SharedShards.TOTAL);
		SharedShards.eventually().until(() -> missed.size() == SharedShards.TOTAL - kept.size());
		assertThat(missed).extracting(EventsMissed::shard).doesNotHaveDuplicates().doesNotContainAnyElementsOf(kept);
		assertThat(missed).allSatisfy((gap) -> assertThat(gap.description()).contains("is lost, and the process"));
		assertThat(this.shared.identifies).hasValue(SharedShards.TOTAL + missed.size());
	}

	@Test
	@DisplayName("D2 a process that was stopped for longer than its lease changes nothing when it wakes, and closes what others run")
	void stopped() throws Exception {
		ConfigurableApplicationContext survivor = share();
		EmbeddedRedis.signal("STOP", this.other.pid());
		long stoppedUntil = System.nanoTime() + STOPPED.toNanos();
		SharedShards.awaitShards(survivor, SharedShards.TOTAL);
		this.shared.awaitTraffic(200);
		SharedShards.eventually().until(() -> System.nanoTime() > stoppedUntil);
		EmbeddedRedis.signal("CONT", this.other.pid());
		// It is given its share back by hand-over, which saves and resumes.
		SharedShards.eventually().until(() -> SharedShards.runs(survivor, 3));
		int before = handledByOther().size();
		SharedShards.eventually().until(() -> handledByOther().size() > before + 200);
		awaitAllHandled();
		assertThat(this.shared.identifies).hasValue(SharedShards.TOTAL);
		assertThat(this.shared.duplicates()).as("whoever has the shards now has each event once, in order").isZero();
		assertThat(Files.readString(this.directory.resolve("other.log")))
			.contains("is closed here, and its session kept");
		System.out.printf("A process stopped for %d s: %d events handled, none missing, no identify%n",
				STOPPED.toSeconds(), allHandled().size());
	}

}
