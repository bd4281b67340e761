package io.github.discordgateway.listener;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.util.context.Context;

/**
 * A call of a listener on the thread that subscribes. Who cancels it interrupts that
 * thread while it is in the call, or cancels what the call has returned.
 */
final class InterruptibleCall implements Disposable {

	private final GatewayListenerInterceptor.Call call;

	private @Nullable Thread thread;

	private InterruptibleCall(GatewayListenerInterceptor.Call call) {
		this.call = call;
	}

	/**
	 * Defers a call.
	 * @param call the call
	 * @return completes when the call is through with the event
	 */
	static Mono<Void> of(GatewayListenerInterceptor.Call call) {
		return Mono.create((sink) -> new InterruptibleCall(call).run(sink));
	}

	/**
	 * Reactor throws some errors, such as a class that is not there, where they occur;
	 * here nobody is there to catch them, and the event would never end.
	 */
	private void run(MonoSink<Void> sink) {
		Disposable.Swap running = Disposables.swap();
		sink.onCancel(running);
		running.replace(this);
		try {
			Mono<Void> rest = proceed();
			if (rest == null) {
				sink.success();
			}
			else {
				running.replace(rest.subscribe(null, sink::error, sink::success, Context.of(sink.contextView())));
			}
		}
		catch (Throwable ex) {
			sink.error(ex);
		}
	}

	private @Nullable Mono<Void> proceed() throws Exception {
		synchronized (this) {
			this.thread = Thread.currentThread();
		}
		try {
			return this.call.proceed();
		}
		finally {
			synchronized (this) {
				this.thread = null;
				// It was meant for this call, not for what the thread does next.
				Thread.interrupted();
			}
		}
	}

	@Override
	public synchronized void dispose() {
		if (this.thread != null) {
			this.thread.interrupt();
		}
	}

}
