package io.github.discordgateway.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** Brings a {@link ScriptedAnswer} to the client. */
final class ScriptedAnswerWriter {

	private ScriptedAnswerWriter() {
	}

	static Publisher<Void> write(ScriptedAnswer answer, HttpServerResponse response) {
		Duration pause = answer.pause();
		Mono<Void> written = switch (answer.kind()) {
			case HANG -> Mono.never();
			case RESET -> onChannel(response, ScriptedAnswerWriter::reset);
			case ANSWER -> (pause != null) ? onChannel(response, (channel) -> trickle(channel, bytes(answer), 0, pause))
					: Mono.defer(() -> Mono.from(send(answer, response)));
		};
		return answer.delay().isZero() ? written : Mono.delay(answer.delay()).then(written);
	}

	private static Publisher<Void> send(ScriptedAnswer answer, HttpServerResponse response) {
		answer.headers().forEach(response::header);
		return response.status(answer.status()).sendString(Mono.just(answer.body()));
	}

	/** What follows goes past Reactor Netty, and ends with the connection. */
	private static Mono<Void> onChannel(HttpServerResponse response, ChannelTask task) {
		return Mono.<Void>never()
			.doOnSubscribe((subscription) -> response.withConnection(
					(connection) -> connection.channel().eventLoop().execute(() -> task.run(connection.channel()))));
	}

	private static void reset(Channel channel) {
		channel.config().setOption(ChannelOption.SO_LINGER, 0);
		channel.close();
	}

	private static byte[] bytes(ScriptedAnswer answer) {
		byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
		StringBuilder head = new StringBuilder("HTTP/1.1 ").append(HttpResponseStatus.valueOf(answer.status()))
			.append("\r\n");
		answer.headers().forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
		head.append(HttpHeaderNames.CONTENT_LENGTH).append(": ").append(body.length).append("\r\n");
		head.append(HttpHeaderNames.CONNECTION).append(": close\r\n\r\n");
		byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
		byte[] whole = new byte[start.length + body.length];
		System.arraycopy(start, 0, whole, 0, start.length);
		System.arraycopy(body, 0, whole, start.length, body.length);
		return whole;
	}

	private static void trickle(Channel channel, byte[] bytes, int next, Duration pause) {
		ChannelHandlerContext codec = channel.pipeline().context(HttpServerCodec.class);
		if (codec == null || !channel.isActive()) {
			return;
		}
		if (next == bytes.length) {
			channel.close();
			return;
		}
		codec.writeAndFlush(Unpooled.wrappedBuffer(bytes, next, 1));
		channel.eventLoop()
			.schedule(() -> trickle(channel, bytes, next + 1, pause), pause.toNanos(), TimeUnit.NANOSECONDS);
	}

	@FunctionalInterface
	private interface ChannelTask {

		void run(Channel channel);

	}

}
