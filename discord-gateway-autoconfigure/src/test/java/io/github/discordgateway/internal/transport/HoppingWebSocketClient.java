package io.github.discordgateway.internal.transport;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.netty.buffer.ByteBuf;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.Context;

import org.springframework.core.io.buffer.NettyDataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.client.WebSocketClient;

/**
 * A client whose signals come on another thread than the event loop, as those of clients
 * that are not Reactor Netty's do. Like these it releases a message as soon as it was
 * handed over.
 */
final class HoppingWebSocketClient implements WebSocketClient {

	private final WebSocketClient delegate;

	private final Scheduler scheduler;

	private final List<ByteBuf> buffers = new CopyOnWriteArrayList<>();

	HoppingWebSocketClient(WebSocketClient delegate, Scheduler scheduler) {
		this.delegate = delegate;
		this.scheduler = scheduler;
	}

	/** All buffers that messages came in. */
	List<ByteBuf> buffers() {
		return this.buffers;
	}

	@Override
	public Mono<Void> execute(URI url, WebSocketHandler handler) {
		return execute(url, new HttpHeaders(), handler);
	}

	@Override
	public Mono<Void> execute(URI url, HttpHeaders headers, WebSocketHandler handler) {
		return this.delegate
			.execute(url, headers,
					(session) -> Mono.defer(() -> handler.handle(hopping(session))).subscribeOn(this.scheduler))
			.publishOn(this.scheduler);
	}

	private WebSocketSession hopping(WebSocketSession session) {
		return (WebSocketSession) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { WebSocketSession.class }, (proxy, method, arguments) -> {
					switch (method.getName()) {
						case "receive":
							return receive(session);
						case "closeStatus":
							return session.closeStatus().publishOn(this.scheduler);
						default:
							try {
								return method.invoke(session, arguments);
							}
							catch (InvocationTargetException ex) {
								throw ex.getTargetException();
							}
					}
				});
	}

	private Flux<WebSocketMessage> receive(WebSocketSession session) {
		return session.receive()
			.doOnNext((message) -> this.buffers.add(((NettyDataBuffer) message.getPayload()).getNativeBuffer()))
			.map(WebSocketMessage::retain)
			.publishOn(this.scheduler)
			.doOnDiscard(WebSocketMessage.class, WebSocketMessage::release)
			.transform(Operators
				.<WebSocketMessage, WebSocketMessage>lift((scannable, actual) -> new ReleasingSubscriber(actual)));
	}

	private record ReleasingSubscriber(
			CoreSubscriber<? super WebSocketMessage> actual) implements CoreSubscriber<WebSocketMessage> {

		@Override
		public Context currentContext() {
			return this.actual.currentContext();
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.actual.onSubscribe(subscription);
		}

		@Override
		public void onNext(WebSocketMessage message) {
			this.actual.onNext(message);
			message.release();
		}

		@Override
		public void onError(Throwable problem) {
			this.actual.onError(problem);
		}

		@Override
		public void onComplete() {
			this.actual.onComplete();
		}

	}

}
