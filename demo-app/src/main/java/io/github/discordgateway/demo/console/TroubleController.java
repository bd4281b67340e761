package io.github.discordgateway.demo.console;

import java.util.Arrays;
import java.util.List;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.SimulatedConnection;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Causes trouble on the simulator, so that one can watch the recovery; on Discord it does
 * not exist. It takes JSON only, which no other site can make a browser post here.
 */
@RestController
@RequestMapping(path = "/api", consumes = MediaType.APPLICATION_JSON_VALUE)
@ConditionalOnBooleanProperty("discord.gateway.simulator.enabled")
class TroubleController {

	private final Gateway gateway;

	private final GatewaySimulator simulator;

	private final EventBursts bursts;

	private final SlowListener slowListener;

	private final RecoveryLog log;

	TroubleController(Gateway gateway, GatewaySimulator simulator, EventBursts bursts, SlowListener slowListener,
			RecoveryLog log) {
		this.gateway = gateway;
		this.simulator = simulator;
		this.bursts = bursts;
		this.slowListener = slowListener;
		this.log = log;
	}

	ConsoleSnapshot.Trouble trouble() {
		return new ConsoleSnapshot.Trouble(this.slowListener.isSlow(), this.bursts.size(), this.bursts.left());
	}

	@PostMapping("/shards/{shard}/trouble")
	@ResponseStatus(HttpStatus.ACCEPTED)
	Answer cause(@PathVariable int shard, @RequestBody Request request) {
		List<Integer> shards = this.gateway.shards().stream().map((running) -> running.id().number()).toList();
		if (!shards.contains(shard)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no shard " + shard + ", only " + shards);
		}
		Trouble trouble = Trouble.of(String.valueOf(request.action()))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "The action must be one of "
					+ Arrays.stream(Trouble.values()).map(Trouble::action).toList() + ", not " + request.action()));
		SimulatedConnection connection = connection(shard);
		if (trouble == Trouble.BURST && this.bursts.left().containsKey(shard)) {
			throw new ResponseStatusException(HttpStatus.CONFLICT, "The burst of shard " + shard + " is not over yet");
		}
		// Before its consequences.
		this.log.add(LogEntry.Kind.TROUBLE, shard, trouble.text());
		cause(trouble, shard, connection);
		return new Answer("Shard " + shard + ": " + trouble.text());
	}

	private SimulatedConnection connection(int shard) {
		try {
			return this.simulator.connection(shard);
		}
		catch (IllegalStateException ex) {
			throw new ResponseStatusException(HttpStatus.CONFLICT,
					"Shard " + shard + " has no connection at the moment: try again when it is ready", ex);
		}
	}

	private void cause(Trouble trouble, int shard, SimulatedConnection connection) {
		switch (trouble) {
			case DROP -> connection.drop();
			case RECONNECT -> connection.reconnect();
			case INVALID_SESSION_RESUMABLE -> connection.invalidSession(true);
			case INVALID_SESSION -> connection.invalidSession(false);
			case SILENCE -> connection.silence();
			case BURST -> this.bursts.start(shard);
		}
	}

	@PostMapping("/slow-listener")
	Answer slowListener(@RequestBody Slowness request) {
		this.slowListener.slow(request.slow());
		String text = request.slow() ? "a listener takes its time for each message" : "the slow listener is fast again";
		this.log.add(LogEntry.Kind.TROUBLE, null, text);
		return new Answer(text);
	}

	/**
	 * What to do to a shard.
	 *
	 * @param action one of {@link Trouble#action()}
	 */
	record Request(@Nullable String action) {
	}

	/**
	 * Whether the listener is to be slow.
	 *
	 * @param slow whether it is
	 */
	record Slowness(boolean slow) {
	}

	/**
	 * What was done.
	 *
	 * @param text a sentence for the page
	 */
	record Answer(String text) {
	}

}
