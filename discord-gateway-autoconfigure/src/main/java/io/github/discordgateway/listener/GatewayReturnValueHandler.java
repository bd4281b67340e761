package io.github.discordgateway.listener;

import io.github.discordgateway.event.EventEnvelope;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.MethodParameter;

/**
 * Does something with what listener methods return, for example sends it. Beans of this
 * type are asked in their order, before the built-in ways to wait, once for each method
 * when the listener is registered; the first that supports the type gets all its values.
 */
public interface GatewayReturnValueHandler {

	/**
	 * Whether values of a method are for this handler.
	 * @param returnType the return type; of a {@code suspend} function, that of its
	 * result
	 * @return whether they are
	 */
	boolean supportsReturnType(MethodParameter returnType);

	/**
	 * Takes one value.
	 * @param value what the method returned
	 * @param returnType the return type
	 * @param envelope the event for which it was returned
	 * @return the event counts as handled when it completes; {@code null} when it is
	 * handled already
	 * @throws Exception whatever goes wrong, which is a failure of the listener
	 */
	@Nullable Mono<Void> handleReturnValue(@Nullable Object value, MethodParameter returnType, EventEnvelope envelope)
			throws Exception;

}
