package io.github.discordgateway.autoconfigure;

import java.util.function.Supplier;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.listener.GatewayListenerArgumentResolver;

import org.springframework.core.MethodParameter;

/**
 * Gives listeners the gateway, and the shard that received their event.
 */
final class GatewayArgumentResolver implements GatewayListenerArgumentResolver {

	private final Supplier<Gateway> gateway;

	GatewayArgumentResolver(Supplier<Gateway> gateway) {
		this.gateway = gateway;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Gateway.class || parameter.getParameterType() == GatewayShard.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, EventEnvelope envelope) {
		Gateway gateway = this.gateway.get();
		return (parameter.getParameterType() == Gateway.class) ? gateway : gateway.shard(envelope.shard().number());
	}

}
