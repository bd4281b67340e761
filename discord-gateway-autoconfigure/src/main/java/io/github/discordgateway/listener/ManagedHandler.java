package io.github.discordgateway.listener;

import java.util.List;
import java.util.Set;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.EventEnvelope;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.Ordered;
import org.springframework.core.retry.RetryPolicy;

/**
 * A registered handler as the dispatcher sees it: filtered, switched, intercepted,
 * repeated, and with someone who deals with its failures. What does not block stays so:
 * only a handler that blocks itself holds a thread.
 */
final class ManagedHandler implements EventHandler, ManagedListener, Ordered {

	private final EventHandler handler;

	private final ListenerOptions options;

	private final @Nullable InterceptorsAndAdvice surroundings;

	private final GatewayListenerRegistry registry;

	private volatile Phase phase;

	/**
	 * Makes one, which is not registered yet.
	 * @param handler the handler
	 * @param options how it is run
	 * @param surroundings what stands around it; {@code null} for what the registry has
	 * @param registry where it is going to be
	 */
	ManagedHandler(EventHandler handler, ListenerOptions options, @Nullable InterceptorsAndAdvice surroundings,
			GatewayListenerRegistry registry) {
		this.handler = handler;
		this.options = options;
		this.surroundings = surroundings;
		this.registry = registry;
		this.phase = new Phase(options.autoStartup() ? ListenerState.RUNNING : ListenerState.STOPPED);
	}

	@Override
	public String id() {
		return this.handler.id();
	}

	@Override
	public String description() {
		return this.handler.description();
	}

	@Override
	public EventInterest interest() {
		return this.handler.interest();
	}

	@Override
	public @Nullable GatewayErrorHandler errorHandler() {
		return this.handler.errorHandler();
	}

	@Override
	public boolean isPaused() {
		return state() == ListenerState.PAUSED;
	}

	@Override
	public @Nullable Integer order() {
		return this.options.order();
	}

	@Override
	public int getOrder() {
		Integer order = order();
		return (order != null) ? order : Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public @Nullable DispatchOrdering ordering() {
		DispatchOrdering own = this.options.ordering();
		return (own != null) ? own : this.handler.ordering();
	}

	@Override
	public Set<Snowflake> guilds() {
		Set<Snowflake> own = this.options.filter().guilds();
		return own.isEmpty() ? this.handler.guilds() : own;
	}

	@Override
	public boolean isForShard(ShardId shard) {
		return this.options.filter().isForShard(shard) && this.handler.isForShard(shard);
	}

	@Override
	public ListenerState state() {
		return this.phase.state();
	}

	@Override
	public void start() {
		this.registry.start(this);
	}

	@Override
	public void stop() {
		this.registry.stop(this);
	}

	@Override
	public void pause() {
		this.registry.pause(this);
	}

	@Override
	public void resume() {
		this.registry.resume(this);
	}

	@Override
	public void dispose() {
		this.registry.remove(this);
	}

	@Override
	public boolean isDisposed() {
		return !this.registry.contains(this);
	}

	/** Changes the state, under the lock of the registry; lets go of what waits. */
	void enter(ListenerState state) {
		Phase left = this.phase;
		if (left.state() != state) {
			this.phase = new Phase(state);
			left.end().tryEmitEmpty();
		}
	}

	@Override
	public void handle(EventEnvelope envelope) throws Exception {
		BlockingWait.await(handleAsync(envelope));
	}

	@Override
	public @Nullable Mono<Void> handleAsync(EventEnvelope envelope) throws Exception {
		Phase current = this.phase;
		try {
			if (current.state() == ListenerState.STOPPED || !isWanted(envelope)) {
				return NOT_WANTED;
			}
		}
		catch (Exception ex) {
			return recoverNow(ex, envelope);
		}
		return (current.state() == ListenerState.PAUSED) ? afterPause(current, envelope) : intercept(0, envelope);
	}

	private boolean isWanted(EventEnvelope envelope) throws Exception {
		return this.options.filter() == ListenerFilter.NONE || this.options.filter().accepts(envelope);
	}

	/** Goes on when the pause is over, unless the next one has begun. */
	private Mono<Void> afterPause(Phase pause, EventEnvelope envelope) {
		return pause.end().asMono().publishOn(this.registry.scheduler()).then(deferred(() -> {
			Phase current = this.phase;
			return switch (current.state()) {
				case RUNNING -> intercept(0, envelope);
				case PAUSED -> afterPause(current, envelope);
				case STOPPED -> null;
			};
		}));
	}

	private @Nullable Mono<Void> intercept(int index, EventEnvelope envelope) throws Exception {
		List<GatewayListenerInterceptor> interceptors = surroundings().interceptors();
		return (index < interceptors.size())
				? interceptors.get(index).around(envelope, this, () -> intercept(index + 1, envelope)) : call(envelope);
	}

	private @Nullable Mono<Void> call(EventEnvelope envelope) throws Exception {
		Mono<Void> rest;
		try {
			rest = this.handler.handleAsync(envelope);
		}
		catch (Throwable ex) {
			return (this.options.retryPolicy() != null) ? repeatOrRecover(ex, envelope, ThreadContext.capture())
					: recoverNow(ex, envelope);
		}
		if (rest == null || rest == NOT_WANTED) {
			return rest;
		}
		ThreadContext context = ThreadContext.capture();
		return context.wrap(rest).onErrorResume((error) -> repeatOrRecover(error, envelope, context));
	}

	/** Deals on this thread with what was thrown on it. */
	private @Nullable Mono<Void> recoverNow(Throwable error, EventEnvelope envelope) throws Exception {
		ExceptionHandlerMethod method = recovery(error, envelope);
		if (method == null) {
			throw MethodInvoker.rethrow(error);
		}
		Mono<Void> rest;
		try {
			rest = method.handle(error, envelope, this);
		}
		catch (Throwable ex) {
			throw MethodInvoker.rethrow(both(ex, error));
		}
		return (rest != null) ? ThreadContext.capture().wrap(rest).onErrorMap((ex) -> both(ex, error)) : null;
	}

	/** Deals with a failure on a thread that may be blocked. */
	private Mono<Void> repeatOrRecover(Throwable error, EventEnvelope envelope, ThreadContext context) {
		RetryPolicy policy = this.options.retryPolicy();
		if (policy == null) {
			return recover(error, envelope, context);
		}
		Mono<Void> again = context.wrap(deferred(() -> this.handler.handleAsync(envelope)));
		return new RetryingCall(policy, Schedulers.parallel(), this.registry.scheduler()).afterFailure(error, again)
			.onErrorResume((last) -> recover(last, envelope, context));
	}

	private Mono<Void> recover(Throwable error, EventEnvelope envelope, ThreadContext context) {
		ExceptionHandlerMethod method = recovery(error, envelope);
		return (method == null) ? Mono.error(error)
				: context.wrap(deferred(() -> method.handle(error, envelope, this)))
					.subscribeOn(this.registry.scheduler())
					.onErrorMap((ex) -> both(ex, error));
	}

	/** Errors of the JVM are not for exception handlers. */
	private @Nullable ExceptionHandlerMethod recovery(Throwable error, EventEnvelope envelope) {
		return (error instanceof VirtualMachineError) ? null
				: surroundings().find(this.options.exceptionHandlers(), error, envelope);
	}

	private InterceptorsAndAdvice surroundings() {
		return (this.surroundings != null) ? this.surroundings : this.registry.interceptorsAndAdvice();
	}

	/** What an exception handler failed with, and on what. */
	private static Throwable both(Throwable failure, Throwable error) {
		if (ExceptionHandlers.causes(failure).noneMatch((cause) -> cause == error)) {
			failure.addSuppressed(error);
		}
		return failure;
	}

	/** Calls on another thread. */
	private static Mono<Void> deferred(GatewayListenerInterceptor.Call call) {
		return InterruptibleCall.of(call);
	}

	@Override
	public String toString() {
		return id() + " (" + description() + ", " + state() + ")";
	}

	/**
	 * A state, and when it ends.
	 *
	 * @param state the state
	 * @param end completes when another state begins
	 */
	private record Phase(ListenerState state, Sinks.Empty<Void> end) {

		Phase(ListenerState state) {
			this(state, Sinks.empty());
		}

	}

}
