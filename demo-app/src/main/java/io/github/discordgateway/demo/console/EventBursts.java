package io.github.discordgateway.demo.console;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.ShardSnapshot;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.session.Session;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.SimulatedGuild;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends a great many messages to a shard, as fast as it takes them. What a shard does not
 * read would pile up in the simulator, so only so many are on their way at a time.
 */
@Component
@ConditionalOnBooleanProperty("discord.gateway.simulator.enabled")
class EventBursts {

	private static final Logger logger = LoggerFactory.getLogger(EventBursts.class);

	private static final int ON_THEIR_WAY = 1_000;

	private final int size;

	private final Gateway gateway;

	private final GatewaySimulator simulator;

	private final Map<Integer, Burst> bursts = new ConcurrentHashMap<>();

	EventBursts(@Value("${demo.burst-size}") int size, Gateway gateway, GatewaySimulator simulator) {
		this.size = size;
		this.gateway = gateway;
		this.simulator = simulator;
	}

	/**
	 * Begins a burst, unless the shard has one already.
	 * @param shard the shard's number
	 */
	void start(int shard) {
		this.bursts.putIfAbsent(shard, new Burst(this.gateway.shard(shard)));
	}

	int size() {
		return this.size;
	}

	/** How many messages are still to be sent, by shard. */
	Map<Integer, Integer> left() {
		Map<Integer, Integer> left = new TreeMap<>();
		this.bursts.forEach((shard, burst) -> left.put(shard, burst.left));
		return left;
	}

	@Scheduled(fixedDelay = 10)
	void sendOn() {
		this.bursts.values().removeIf(Burst::sendOn);
	}

	private final class Burst {

		private final GatewayShard shard;

		private final List<SimulatedGuild> guilds;

		private volatile int left = EventBursts.this.size;

		/** The session whose sequences are counted. */
		private @Nullable String session;

		private long lastSent;

		Burst(GatewayShard shard) {
			this.shard = shard;
			this.guilds = EventBursts.this.simulator.world().guilds(shard.id());
		}

		/**
		 * Sends as many messages as there is room for.
		 * @return whether the burst is over
		 */
		boolean sendOn() {
			ShardSnapshot now = this.shard.snapshot();
			Session current = now.session();
			if (now.state().isFinal() || this.guilds.isEmpty()) {
				return true;
			}
			if (now.state() != ShardState.READY || current == null) {
				return false;
			}
			if (!current.id().equals(this.session)) {
				this.session = current.id();
				this.lastSent = now.receivedSequence();
			}
			try {
				long end = now.receivedSequence() + ON_THEIR_WAY;
				while (this.left > 0 && this.lastSent < end) {
					send();
				}
			}
			catch (IllegalStateException ex) {
				logger.debug("The session of shard {} has just ended: the next one gets the rest", this.shard.id(), ex);
			}
			return this.left == 0;
		}

		private void send() {
			int left = this.left;
			SimulatedGuild guild = this.guilds.get(left % this.guilds.size());
			this.lastSent = EventBursts.this.simulator.dispatch(this.shard.id().number(), "MESSAGE_CREATE",
					EventBursts.this.simulator.world().payloads().messageCreate(guild, left + " to go").toString());
			this.left = left - 1;
		}

	}

}
