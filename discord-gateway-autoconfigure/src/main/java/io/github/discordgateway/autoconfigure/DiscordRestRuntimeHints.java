package io.github.discordgateway.autoconfigure;

import java.lang.reflect.Method;
import java.util.stream.Stream;

import io.github.discordgateway.rest.ApplicationOperations;
import io.github.discordgateway.rest.BanOperations;
import io.github.discordgateway.rest.ChannelOperations;
import io.github.discordgateway.rest.CommandOperations;
import io.github.discordgateway.rest.GuildOperations;
import io.github.discordgateway.rest.InteractionOperations;
import io.github.discordgateway.rest.MemberOperations;
import io.github.discordgateway.rest.MessageOperations;
import io.github.discordgateway.rest.RoleOperations;
import io.github.discordgateway.rest.UserOperations;
import io.github.discordgateway.rest.WebhookOperations;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.core.ResolvableType;

/**
 * What a native image must keep of the operations: what they send and what they read. The
 * interfaces themselves are kept by Spring.
 */
final class DiscordRestRuntimeHints implements RuntimeHintsRegistrar {

	static final Class<?>[] OPERATIONS = { InteractionOperations.class, MessageOperations.class,
			ChannelOperations.class, CommandOperations.class, MemberOperations.class, BanOperations.class,
			RoleOperations.class, GuildOperations.class, WebhookOperations.class, UserOperations.class,
			ApplicationOperations.class };

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		GatewayRuntimeHints.registerJson(hints.reflection(),
				Stream.of(OPERATIONS)
					.flatMap((type) -> Stream.of(type.getMethods()))
					.flatMap(DiscordRestRuntimeHints::types));
	}

	private static Stream<ResolvableType> types(Method method) {
		return Stream.concat(Stream.of(ResolvableType.forMethodReturnType(method)),
				Stream.of(method.getGenericParameterTypes()).map(ResolvableType::forType));
	}

}
