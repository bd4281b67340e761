package io.github.discordgateway.internal.redis;

import java.util.List;

import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.script.DefaultRedisScript;

/**
 * The scripts, each of which answers with a list of texts. What one does, and why it is a
 * script, its file says.
 */
enum RedisScript {

	RENEW, CLAIM, RESTORE, TRANSFER, SAVE_SESSIONS, SAVE_GUILDS, PERMIT, SETTLE_PERMIT, LIMIT;

	/** Where the scripts are. */
	static final String DIRECTORY = "META-INF/discord-gateway/redis/";

	private final DefaultRedisScript<List<String>> script = new DefaultRedisScript<>();

	RedisScript() {
		this.script.setLocation(new ClassPathResource(DIRECTORY + fileName(), RedisScript.class.getClassLoader()));
		this.script.setResultType(listOfTexts());
	}

	@SuppressWarnings("unchecked")
	private static Class<List<String>> listOfTexts() {
		return (Class<List<String>>) (Class<?>) List.class;
	}

	String fileName() {
		return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".lua";
	}

	DefaultRedisScript<List<String>> script() {
		return this.script;
	}

}
