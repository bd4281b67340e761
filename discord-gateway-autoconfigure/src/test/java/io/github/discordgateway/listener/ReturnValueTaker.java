package io.github.discordgateway.listener;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.discordgateway.event.EventEnvelope;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.MethodParameter;

/**
 * Takes texts.
 */
final class ReturnValueTaker implements GatewayReturnValueHandler {

	final List<Object> values = new CopyOnWriteArrayList<>();

	@Override
	public boolean supportsReturnType(MethodParameter returnType) {
		return returnType.getParameterType() == String.class;
	}

	@Override
	public @Nullable Mono<Void> handleReturnValue(@Nullable Object value, MethodParameter returnType,
			EventEnvelope envelope) {
		return Mono.fromRunnable(() -> this.values.add(String.valueOf(value)));
	}

}
