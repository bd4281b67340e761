package io.github.discordgateway.listener;

import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.util.ClassUtils;

/**
 * The thread locals of the call of a listener, for what of it runs on other threads. It
 * holds nothing when {@code io.micrometer:context-propagation} is not there.
 */
class ThreadContext {

	private static final boolean PROPAGATION_PRESENT = ClassUtils
		.isPresent("io.micrometer.context.ContextSnapshotFactory", ThreadContext.class.getClassLoader());

	private static final ThreadContext EMPTY = new ThreadContext();

	/** The thread locals of this thread, of this moment. */
	static ThreadContext capture() {
		return PROPAGATION_PRESENT ? new Propagated() : EMPTY;
	}

	/**
	 * Lets something run with the thread locals.
	 * @param mono what to run
	 * @return the same, subscribed to with the thread locals and having them in its
	 * Reactor context
	 */
	Mono<Void> wrap(Mono<Void> mono) {
		return mono;
	}

	/** Needs classes that may not be there. */
	private static final class Propagated extends ThreadContext {

		private static final ContextSnapshotFactory FACTORY = ContextSnapshotFactory.builder().build();

		private final ContextSnapshot snapshot = FACTORY.captureAll();

		@Override
		Mono<Void> wrap(Mono<Void> mono) {
			Mono<Void> inContext = mono.contextWrite((context) -> this.snapshot.updateContext(context));
			return Mono.from((Publisher<Void>) (subscriber) -> {
				ContextSnapshot.Scope scope = this.snapshot.setThreadLocals();
				try {
					inContext.subscribe(subscriber);
				}
				finally {
					scope.close();
				}
			});
		}

	}

}
