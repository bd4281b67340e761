package io.github.discordgateway.internal.redis;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * What a native image needs: the scripts, and what stands in Redis as JSON.
 */
public final class RedisRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.resources().registerPattern(RedisScript.DIRECTORY + "*.lua");
		List.of(NodeRecord.class, RedisSessionStore.Guilds.class, RemoteCommands.Message.class,
				RemoteRequests.Message.class)
			.forEach((type) -> new BindingReflectionHintsRegistrar().registerReflectionHints(hints.reflection(), type));
	}

}
