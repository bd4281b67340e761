package io.github.discordgateway.demo.console;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.SimulatorAction;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * All that the simulator can be told; on Discord it does not exist. It takes JSON only,
 * which no other site can make a browser post here.
 */
@RestController
@ConditionalOnBooleanProperty("discord.gateway.simulator.enabled")
class ActionsController {

	private final GatewaySimulator simulator;

	private final RecoveryLog log;

	ActionsController(GatewaySimulator simulator, RecoveryLog log) {
		this.simulator = simulator;
		this.log = log;
	}

	@GetMapping("/api/actions")
	List<SimulatorAction> actions() {
		return this.simulator.control().actions();
	}

	@PostMapping(path = "/api/actions/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<TroubleController.Answer> perform(@PathVariable String name, @RequestBody Map<String, String> arguments) {
		// Some of them wait for the bot.
		return Mono.fromCallable(() -> performNow(name, arguments)).subscribeOn(Schedulers.boundedElastic());
	}

	private TroubleController.Answer performNow(String name, Map<String, String> arguments) {
		arguments.values().removeIf(Objects::isNull);
		try {
			String done = this.simulator.control().perform(name, arguments);
			this.log.add(LogEntry.Kind.TROUBLE, null, done);
			return new TroubleController.Answer(done);
		}
		catch (IllegalArgumentException ex) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, ex.getMessage(), ex);
		}
		catch (IllegalStateException | AssertionError ex) {
			throw new ResponseStatusException(HttpStatus.CONFLICT, ex.getMessage(), ex);
		}
	}

}
