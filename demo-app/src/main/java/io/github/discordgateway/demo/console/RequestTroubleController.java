package io.github.discordgateway.demo.console;

import java.time.Duration;
import java.util.Arrays;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.rest.CreateMessage;
import io.github.discordgateway.rest.MessageOperations;
import io.github.discordgateway.simulator.GatewaySimulator;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Sends messages on the simulator, and has it refuse them, so that one can watch the bot
 * wait. It takes JSON only, which no other site can make a browser post here.
 */
@RestController
@RequestMapping(path = "/api/requests", consumes = MediaType.APPLICATION_JSON_VALUE)
@ConditionalOnBooleanProperty("discord.gateway.simulator.enabled")
class RequestTroubleController {

	private static final Log logger = LogFactory.getLog(RequestTroubleController.class);

	private static final int MANY = 20;

	/** As Discord limits messages. */
	private static final int AT_ONCE = 5;

	private static final String MESSAGES = "POST /channels/{id}/messages";

	private final Gateway gateway;

	private final GatewaySimulator simulator;

	private final MessageOperations messages;

	private final RecoveryLog log;

	RequestTroubleController(Gateway gateway, GatewaySimulator simulator, MessageOperations messages, RecoveryLog log) {
		this.gateway = gateway;
		this.simulator = simulator;
		this.messages = messages;
		this.log = log;
		simulator.rest().limit(AT_ONCE, Duration.ofSeconds(5), MESSAGES);
	}

	@PostMapping("/trouble")
	@ResponseStatus(HttpStatus.ACCEPTED)
	Answer cause(@RequestBody Request request) {
		RequestTrouble trouble = RequestTrouble.of(String.valueOf(request.action()))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST,
					"The action must be one of "
							+ Arrays.stream(RequestTrouble.values()).map(RequestTrouble::action).toList() + ", not "
							+ request.action()));
		Snowflake channel = channel();
		this.log.add(LogEntry.Kind.TROUBLE, null, trouble.text());
		if (trouble.answer() != null) {
			this.simulator.rest().answerNext(1, "/channels/" + channel + "/messages", trouble.answer());
		}
		Flux.range(1, (trouble == RequestTrouble.MESSAGES) ? MANY : 1)
			.flatMap((i) -> this.messages.create(channel,
					CreateMessage.builder().content("Message " + i + " of the console").build()), MANY)
			.subscribe((message) -> {
			}, (ex) -> logger.warn("A message of the console was not sent", ex));
		return new Answer(trouble.text());
	}

	private Snowflake channel() {
		return this.gateway.shards()
			.stream()
			.map((shard) -> shard.snapshot().id())
			.flatMap((ShardId shard) -> this.simulator.world().guilds(shard).stream())
			.findFirst()
			.map((guild) -> guild.textChannels().get(0))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT,
					"There is no guild to send messages to yet"));
	}

	/**
	 * What to do.
	 *
	 * @param action one of {@link RequestTrouble#action()}
	 */
	record Request(@Nullable String action) {
	}

	/**
	 * What was done.
	 *
	 * @param text a sentence for the page
	 */
	record Answer(String text) {
	}

}
