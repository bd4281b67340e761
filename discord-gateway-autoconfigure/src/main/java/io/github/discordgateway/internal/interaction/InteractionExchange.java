package io.github.discordgateway.internal.interaction;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.interaction.InteractionResponder;
import io.github.discordgateway.interaction.Reply;
import io.github.discordgateway.model.interaction.Interaction;
import io.github.discordgateway.model.interaction.InteractionType;
import io.github.discordgateway.model.message.Message;
import io.github.discordgateway.rest.CommandChoice;
import io.github.discordgateway.rest.DiscordApiException;
import io.github.discordgateway.rest.EditMessage;
import io.github.discordgateway.rest.InteractionMessage;
import io.github.discordgateway.rest.InteractionOperations;
import io.github.discordgateway.rest.InteractionResponse;
import io.github.discordgateway.rest.Modal;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The answers to one interaction, and what was answered so far. Thread-safe: a deferral
 * by the clock and an answer of the method may come at the same moment, and then go one
 * after the other.
 */
final class InteractionExchange implements InteractionResponder {

	private static final Log logger = LogFactory.getLog(InteractionExchange.class);

	/** Discord's code for an interaction that has its first answer. */
	private static final int ALREADY_ANSWERED = 40060;

	private final Interaction interaction;

	private final boolean ephemeral;

	/** Whether there is a message that can be changed. */
	private final boolean hasMessage;

	private final InteractionOperations operations;

	private final Answered answered;

	private final Supplier<Long> clock;

	private final long began;

	private State state;

	/** Completes or fails with the request that led to the state. */
	private Mono<Void> latest = Mono.empty();

	/** Counts the changes of the state. */
	private int changes;

	private boolean usedByHand;

	private @Nullable Disposable timer;

	/**
	 * Makes an exchange.
	 * @param interaction the interaction
	 * @param ephemeral whether its answers are for the user alone
	 * @param late whether it is too late for an answer
	 * @param operations sends answers
	 * @param answered told about the first answer
	 * @param scheduler has the time
	 */
	InteractionExchange(Interaction interaction, boolean ephemeral, boolean late, InteractionOperations operations,
			Answered answered, Scheduler scheduler) {
		this.interaction = interaction;
		this.ephemeral = ephemeral;
		this.hasMessage = interaction.message() != null
				&& !interaction.type().equals(InteractionType.APPLICATION_COMMAND);
		this.operations = operations;
		this.answered = answered;
		this.clock = () -> scheduler.now(TimeUnit.NANOSECONDS);
		this.began = this.clock.get();
		this.state = late ? State.LATE : State.OPEN;
	}

	/**
	 * Defers by itself when there is no answer in time.
	 * @param after the time
	 * @param scheduler measures it
	 */
	synchronized void deferAfter(Duration after, Scheduler scheduler) {
		if (this.state == State.OPEN && !isAutocomplete()) {
			this.timer = scheduler.schedule(() -> quietly(deferNow()), after.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	/** Defers no more. */
	synchronized void stopTimer() {
		if (this.timer != null) {
			this.timer.dispose();
			this.timer = null;
		}
	}

	private boolean isAutocomplete() {
		return this.interaction.type().equals(InteractionType.APPLICATION_COMMAND_AUTOCOMPLETE);
	}

	@Override
	public Interaction interaction() {
		return this.interaction;
	}

	@Override
	public Mono<Void> reply(Reply reply) {
		return Mono.defer(() -> next(this.ephemeral && reply.kind() == Reply.Kind.MESSAGE ? reply.ephemeral() : reply));
	}

	/**
	 * Offers choices.
	 * @param choices the choices, at most 25
	 * @return completes when Discord has them
	 */
	Mono<Void> choices(List<CommandChoice> choices) {
		return Mono.defer(() -> {
			synchronized (this) {
				return (this.state == State.OPEN) ? first(InteractionResponse.choices(choices), State.ANSWERED)
						: Mono.empty();
			}
		});
	}

	private synchronized Mono<Void> next(Reply reply) {
		return switch (this.state) {
			case OPEN -> first(response(reply), State.ANSWERED);
			case DEFERRED, DEFERRED_UPDATE -> afterDeferral(reply);
			case ANSWERED -> this.latest.onErrorComplete().then(more(reply, false));
			case LATE -> dropped();
		};
	}

	private InteractionResponse response(Reply reply) {
		Modal modal = reply.modal();
		if (modal != null) {
			if (this.interaction.type().equals(InteractionType.MODAL_SUBMIT)) {
				throw new IllegalStateException("A modal is no answer to a modal, but to a command or a component");
			}
			return InteractionResponse.modal(modal);
		}
		if (reply.kind() == Reply.Kind.MESSAGE) {
			return InteractionResponse.message(reply.toMessage());
		}
		if (!this.hasMessage) {
			throw new IllegalStateException(
					"There is no message to update: " + this.interaction + " is not of a component");
		}
		return InteractionResponse.update(reply.toEdit());
	}

	/** Sends the first answer. Called under the lock. */
	private Mono<Void> first(InteractionResponse response, State next) {
		boolean deferral = next != State.ANSWERED;
		stopTimer();
		return enter(next, State.OPEN, respond(response, deferral));
	}

	private Mono<Void> respond(InteractionResponse response, boolean deferral) {
		return Mono.defer(() -> this.operations.respond(this.interaction.id(), this.interaction.token(), response))
			.doOnSuccess((nothing) -> this.answered.accept(this.interaction,
					Duration.ofNanos(this.clock.get() - this.began), deferral));
	}

	/** What a deferred answer becomes; the first one when it could not be deferred. */
	private Mono<Void> afterDeferral(Reply reply) {
		boolean update = this.state == State.DEFERRED_UPDATE;
		Mono<Void> edit = more(reply, !update);
		Mono<Void> sent = this.latest.thenReturn(true)
			.onErrorReturn((ex) -> !isAlreadyAnswered(ex), false)
			.flatMap((deferred) -> deferred ? edit : respond(response(reply), false));
		return enter(State.ANSWERED, this.state, sent);
	}

	/** Another message, or a change of the first. */
	private Mono<Void> more(Reply reply, boolean edit) {
		if (reply.modal() != null) {
			throw new IllegalStateException("A modal must be the first answer: " + this.interaction
					+ " was answered or deferred before. Return it without waiting for anything");
		}
		if (edit || reply.kind() == Reply.Kind.UPDATE) {
			EditMessage change = reply.toEdit();
			return Mono.defer(() -> this.operations
				.editOriginal(this.interaction.applicationId(), this.interaction.token(), change)
				.then());
		}
		return send(reply.toMessage()).then();
	}

	private Mono<Message> send(InteractionMessage message) {
		return Mono
			.defer(() -> this.operations.followUp(this.interaction.applicationId(), this.interaction.token(), message));
	}

	/** Changes the state, and takes that back when the request fails. */
	private Mono<Void> enter(State next, State before, Mono<Void> request) {
		int change = ++this.changes;
		Mono<Void> latestBefore = this.latest;
		this.state = next;
		Mono<Void> sent = request.doOnError((ex) -> {
			synchronized (this) {
				if (this.changes == change) {
					this.state = isAlreadyAnswered(ex) ? State.ANSWERED : before;
					this.latest = latestBefore;
				}
			}
		}).cache();
		this.latest = sent;
		return sent;
	}

	private static boolean isAlreadyAnswered(Throwable error) {
		return error instanceof DiscordApiException refused && refused.code() == ALREADY_ANSWERED;
	}

	private <T> Mono<T> dropped() {
		logger.debug("It is too late for an answer to " + this.interaction + ", which is dropped");
		return Mono.empty();
	}

	@Override
	public Mono<Void> defer() {
		return Mono.defer(() -> {
			synchronized (this) {
				this.usedByHand = true;
				return (this.state == State.OPEN) ? deferNow() : this.latest;
			}
		});
	}

	/** Defers unless there is an answer. */
	private synchronized Mono<Void> deferNow() {
		if (this.state != State.OPEN) {
			return Mono.empty();
		}
		return this.hasMessage ? first(InteractionResponse.deferredUpdate(), State.DEFERRED_UPDATE)
				: first(InteractionResponse.deferred(this.ephemeral), State.DEFERRED);
	}

	@Override
	public Mono<Message> followUp(Reply reply) {
		return afterAnswer(() -> send((this.ephemeral ? reply.ephemeral() : reply).toMessage()));
	}

	@Override
	public Mono<Message> edit(Reply reply) {
		return afterAnswer(() -> this.operations.editOriginal(this.interaction.applicationId(),
				this.interaction.token(), reply.toEdit()));
	}

	@Override
	public Mono<Message> edit(Snowflake messageId, Reply reply) {
		return afterAnswer(() -> this.operations.editFollowUp(this.interaction.applicationId(),
				this.interaction.token(), messageId, reply.toEdit()));
	}

	@Override
	public Mono<Void> delete() {
		return afterAnswer(
				() -> this.operations.deleteOriginal(this.interaction.applicationId(), this.interaction.token()));
	}

	@Override
	public Mono<Void> delete(Snowflake messageId) {
		return afterAnswer(() -> this.operations.deleteFollowUp(this.interaction.applicationId(),
				this.interaction.token(), messageId));
	}

	/** Something that is possible once there is an answer, be it a deferral. */
	private <T> Mono<T> afterAnswer(Supplier<Mono<T>> request) {
		return Mono.defer(() -> {
			synchronized (this) {
				if (this.state == State.LATE) {
					return dropped();
				}
				Mono<Void> before = (this.state == State.OPEN) ? deferNow() : this.latest;
				this.changes++;
				this.state = State.ANSWERED;
				return before.then(Mono.defer(request));
			}
		});
	}

	/**
	 * Ends the call of a method that gave no answer: nothing is shown, and the user does
	 * not wait. A method that answers by itself is left alone.
	 * @param byItself whether the method may still answer
	 * @return completes when that is done; {@code null} when there is nothing to do
	 */
	@Nullable Mono<Void> end(boolean byItself) {
		synchronized (this) {
			if (this.state == State.LATE || this.state == State.ANSWERED || byItself || this.usedByHand) {
				return null;
			}
		}
		stopTimer();
		return silence().onErrorResume((ex) -> {
			logger.debug("Nothing is no answer to " + this.interaction, ex);
			return Mono.empty();
		});
	}

	private synchronized Mono<Void> silence() {
		if (this.state == State.OPEN && isAutocomplete()) {
			return choices(List.of());
		}
		Mono<Void> deferral = (this.state == State.OPEN) ? silentDeferral() : this.latest;
		return (this.state == State.DEFERRED) ? deferral.then(delete()) : deferral;
	}

	private Mono<Void> silentDeferral() {
		return this.hasMessage ? deferNow() : first(InteractionResponse.deferred(true), State.DEFERRED);
	}

	/**
	 * Ends the call of a method that failed.
	 * @param reply what is answered; {@code null} for nothing
	 * @return completes when that is done, also when it could not be
	 */
	Mono<Void> fail(@Nullable Reply reply) {
		stopTimer();
		Mono<Void> answer = Mono.defer(() -> {
			if (reply != null && !isAutocomplete()) {
				return next(reply.ephemeral());
			}
			synchronized (this) {
				boolean waits = isAutocomplete() || this.state == State.DEFERRED;
				return waits ? silence() : Mono.empty();
			}
		});
		return answer.onErrorResume((ex) -> {
			logger.debug("The failure of " + this.interaction + " could not be answered", ex);
			return Mono.empty();
		});
	}

	private void quietly(Mono<Void> request) {
		request.subscribe((nothing) -> {
		}, (ex) -> {
			if (!isAlreadyAnswered(ex)) {
				logger.warn(this.interaction + " could not be deferred", ex);
			}
		});
	}

	private enum State {

		/** Nothing was answered. */
		OPEN,

		/** A message is to follow. */
		DEFERRED,

		/** A change of the component's message may follow. */
		DEFERRED_UPDATE,

		/** There is an answer. */
		ANSWERED,

		/** It is too late for any. */
		LATE

	}

	/** Told about the first answer. */
	@FunctionalInterface
	interface Answered {

		void accept(Interaction interaction, Duration took, boolean deferred);

	}

}
