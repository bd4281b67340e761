package io.github.discordgateway.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The guilds of each shard, in a file of their own.
 */
final class GuildsFiles {

	private static final Log logger = LogFactory.getLog(GuildsFiles.class);

	/** An id has 20 digits at most, and two quotes and a comma. */
	private static final int MAX_BYTES = SessionStore.MAX_GUILDS * 23 + 4096;

	private static final String SESSION = "session";

	private static final String GUILDS = "guilds";

	private final Path directory;

	private final JsonMapper mapper;

	GuildsFiles(Path directory, JsonMapper mapper) {
		this.directory = directory;
		this.mapper = mapper;
	}

	private ReplacedFile file(ShardId shard) {
		return new ReplacedFile(this.directory.resolve("guilds-" + shard.number() + "-of-" + shard.total() + ".json"),
				MAX_BYTES);
	}

	void write(ShardId shard, String sessionId, Collection<Snowflake> guildIds) throws IOException {
		List<String> ids = guildIds.stream().limit(SessionStore.MAX_GUILDS).map(Snowflake::toString).toList();
		file(shard).write(this.mapper.writeValueAsBytes(Map.of(SESSION, sessionId, GUILDS, ids)), false);
	}

	@Nullable List<Snowflake> find(ShardId shard, String sessionId) throws IOException {
		ReplacedFile file = file(shard);
		byte[] json = file.read();
		if (json == null) {
			return null;
		}
		try {
			return read(this.mapper.readTree(json)).of(sessionId);
		}
		catch (JacksonException | IllegalArgumentException ex) {
			logger.warn("The guilds of shard " + shard + " are not known: " + file.path().toAbsolutePath()
					+ " does not hold a list of them (" + ex.getClass().getSimpleName() + ")");
			return null;
		}
	}

	private static StoredGuilds read(JsonNode content) {
		List<Snowflake> guilds = new ArrayList<>();
		for (JsonNode guild : content.path(GUILDS).asArray()) {
			guilds.add(Snowflake.of(guild.stringValue()));
		}
		return StoredGuilds.of(content.path(SESSION).stringValue(), guilds);
	}

	void delete(Collection<ShardId> shards) throws IOException {
		for (ShardId shard : shards) {
			file(shard).delete();
		}
	}

}
