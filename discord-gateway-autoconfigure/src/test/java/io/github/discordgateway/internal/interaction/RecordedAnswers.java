package io.github.discordgateway.internal.interaction;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.discordgateway.GatewayJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.message.Message;
import io.github.discordgateway.rest.EditMessage;
import io.github.discordgateway.rest.InteractionCallbackResult;
import io.github.discordgateway.rest.InteractionMessage;
import io.github.discordgateway.rest.InteractionOperations;
import io.github.discordgateway.rest.InteractionResponse;
import reactor.core.publisher.Mono;

/**
 * Notes each answer when it is sent, as a line such as {@code 4 {"content":"pong"}}.
 */
final class RecordedAnswers implements InteractionOperations {

	final List<String> sent = new CopyOnWriteArrayList<>();

	/** What becomes of the next requests; they succeed when it is empty. */
	final Queue<Mono<Void>> outcomes = new ArrayDeque<>();

	private Mono<Void> note(String line) {
		return Mono.defer(() -> {
			this.sent.add(line);
			Mono<Void> outcome = this.outcomes.poll();
			return (outcome != null) ? outcome : Mono.empty();
		});
	}

	private Mono<Message> message(String line) {
		return note(line)
			.then(Mono.fromSupplier(() -> GatewayJson.read(Message.class, "{\"id\":\"77\",\"content\":\"\"}")));
	}

	@Override
	public Mono<Void> respond(Snowflake interactionId, String token, InteractionResponse response) {
		InteractionResponse.Data data = response.data();
		return note(response.type().value() + ((data != null) ? " " + GatewayJson.write(data) : ""));
	}

	@Override
	public Mono<InteractionCallbackResult> respondAndReturn(Snowflake interactionId, String token,
			InteractionResponse response) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Mono<Message> getOriginal(Snowflake applicationId, String token) {
		return message("get");
	}

	@Override
	public Mono<Message> editOriginal(Snowflake applicationId, String token, EditMessage change) {
		return message("edit " + GatewayJson.write(change));
	}

	@Override
	public Mono<Void> deleteOriginal(Snowflake applicationId, String token) {
		return note("delete");
	}

	@Override
	public Mono<Message> followUp(Snowflake applicationId, String token, InteractionMessage message) {
		return message("follow-up " + GatewayJson.write(message));
	}

	@Override
	public Mono<Message> getFollowUp(Snowflake applicationId, String token, Snowflake messageId) {
		return message("get " + messageId);
	}

	@Override
	public Mono<Message> editFollowUp(Snowflake applicationId, String token, Snowflake messageId, EditMessage change) {
		return message("edit " + messageId + " " + GatewayJson.write(change));
	}

	@Override
	public Mono<Void> deleteFollowUp(Snowflake applicationId, String token, Snowflake messageId) {
		return note("delete " + messageId);
	}

}
