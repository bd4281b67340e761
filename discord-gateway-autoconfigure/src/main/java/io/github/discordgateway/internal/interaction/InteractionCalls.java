package io.github.discordgateway.internal.interaction;

import java.util.concurrent.CancellationException;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.InteractionCreate;
import io.github.discordgateway.interaction.FallbackReplies;
import io.github.discordgateway.interaction.Reply;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.GatewayListenerInterceptor;
import io.github.discordgateway.model.interaction.Interaction;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;

/**
 * Stands around each call of a method that takes interactions: answers are deferred when
 * they are not there in time, and a failure and no answer are answered, too. It is the
 * outermost interceptor, so that what another one throws is a failure like any.
 */
public final class InteractionCalls implements GatewayListenerInterceptor, Ordered {

	private static final Log logger = LogFactory.getLog(InteractionCalls.class);

	private final InteractionRoutes routes;

	private final InteractionExchanges exchanges;

	private final FallbackReplies fallback;

	private final boolean replyToFailures;

	/**
	 * Makes an interceptor.
	 * @param routes knows the methods
	 * @param exchanges has the answers
	 * @param fallback what is answered to failures
	 * @param replyToFailures whether failures are answered
	 */
	public InteractionCalls(InteractionRoutes routes, InteractionExchanges exchanges, FallbackReplies fallback,
			boolean replyToFailures) {
		this.routes = routes;
		this.exchanges = exchanges;
		this.fallback = fallback;
		this.replyToFailures = replyToFailures;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public @Nullable Mono<Void> around(EventEnvelope envelope, EventHandler handler, Call call) throws Exception {
		InteractionMethod method = this.routes.method(handler.id());
		if (method == null || !(envelope.event() instanceof InteractionCreate created)) {
			return call.proceed();
		}
		Interaction interaction = created.interaction();
		InteractionExchange exchange = this.exchanges.begin(interaction, method,
				this.exchanges.isLate(interaction, envelope.replayed()));
		Mono<Void> rest;
		try {
			rest = call.proceed();
		}
		catch (Throwable ex) {
			if (Exceptions.isJvmFatal(ex)) {
				close(exchange);
				throw ex;
			}
			return failed(exchange, ex).doFinally((signal) -> this.exchanges.end(exchange));
		}
		if (rest == null) {
			this.exchanges.end(exchange);
			return exchange.end(method.takesResponder());
		}
		return rest.onErrorResume((ex) -> failed(exchange, ex))
			.then(Mono.defer(() -> orEmpty(exchange.end(method.takesResponder()))))
			.doOnCancel(() -> givenUp(exchange))
			.doFinally((signal) -> this.exchanges.end(exchange));
	}

	private void close(InteractionExchange exchange) {
		exchange.stopTimer();
		this.exchanges.end(exchange);
	}

	/** A call that took too long: otherwise its user would wait for 15 minutes. */
	private void givenUp(InteractionExchange exchange) {
		Throwable failure = new CancellationException("The call was given up");
		exchange.fail(this.replyToFailures ? reply(exchange.interaction(), failure) : null).subscribe();
	}

	private static Mono<Void> orEmpty(@Nullable Mono<Void> mono) {
		return (mono != null) ? mono : Mono.empty();
	}

	private Mono<Void> failed(InteractionExchange exchange, Throwable failure) {
		Interaction interaction = exchange.interaction();
		this.exchanges.tell((observer) -> observer.failed(interaction, failure));
		return exchange.fail(this.replyToFailures ? reply(interaction, failure) : null).then(Mono.error(failure));
	}

	private @Nullable Reply reply(Interaction interaction, Throwable failure) {
		try {
			return this.fallback.failed(interaction, failure);
		}
		catch (RuntimeException ex) {
			logger.warn("There is no text for the failure of " + interaction, ex);
			return null;
		}
	}

}
