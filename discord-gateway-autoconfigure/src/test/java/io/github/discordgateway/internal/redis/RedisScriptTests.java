package io.github.discordgateway.internal.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import io.github.discordgateway.GatewayToken;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RedisScript} and {@link RedisKeys}.
 */
class RedisScriptTests {

	private static final Path FILES = Path.of("src/main/resources", RedisScript.DIRECTORY);

	@ParameterizedTest
	@EnumSource
	@DisplayName("each script says at its head what it is for, and is there in a native image")
	void hasAHead(RedisScript script) throws IOException {
		String text = Files.readString(FILES.resolve(script.fileName()));
		assertThat(text).startsWith("-- ").contains("A script, since", "-- KEYS", "-- ARGV");
		RuntimeHints hints = new RuntimeHints();
		new RedisRuntimeHints().registerHints(hints, null);
		assertThat(RuntimeHintsPredicates.resource().forResource(RedisScript.DIRECTORY + script.fileName()))
			.accepts(hints);
	}

	@Test
	void noScriptIsLeftOver() throws IOException {
		try (Stream<Path> files = Files.list(FILES)) {
			assertThat(files.map((file) -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(
					Arrays.stream(RedisScript.values()).map(RedisScript::fileName).toList());
		}
	}

	@Test
	@DisplayName("D8 keys name the bot by its id, and never by its token")
	void namesTheBot() {
		assertThat(RedisKeys.bot(GatewayToken.of("MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.secret-part")))
			.isEqualTo("123456789012345678");
		String other = RedisKeys.bot(GatewayToken.of("a.b.c"));
		assertThat(other).matches("[0-9a-f]{16}").isNotEqualTo(RedisKeys.bot(GatewayToken.of("a.b.d")));
	}

}
