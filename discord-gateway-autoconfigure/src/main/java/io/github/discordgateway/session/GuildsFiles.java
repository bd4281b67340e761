package io.github.discordgateway.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

import io.github.discordgateway.protocol.ShardId;
import io.github.discordgateway.protocol.Snowflake;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The guilds of each shard, in a file of their own.
 */
final class GuildsFiles {

	private static final Log logger = LogFactory.getLog(GuildsFiles.class);

	/** An id has 20 digits at most, and two quotes and a comma. */
	private static final int MAX_BYTES = SessionStore.MAX_GUILDS * 23 + 4096;

	private final Path directory;

	private final JsonMapper mapper;

	GuildsFiles(Path directory, JsonMapper mapper) {
		this.directory = directory;
		this.mapper = mapper;
	}

	private ReplacedFile file(ShardId shard) {
		return new ReplacedFile(this.directory.resolve("guilds-" + shard.id() + "-of-" + shard.total() + ".json"),
				MAX_BYTES);
	}

	void write(ShardId shard, String sessionId, Collection<Snowflake> guildIds) throws IOException {
		file(shard).write(this.mapper.writeValueAsBytes(StoredGuilds.of(sessionId, guildIds)), false);
	}

	@Nullable List<Snowflake> find(ShardId shard, String sessionId) throws IOException {
		ReplacedFile file = file(shard);
		byte[] json = file.read();
		if (json == null) {
			return null;
		}
		try {
			return this.mapper.readValue(json, StoredGuilds.class).of(sessionId);
		}
		catch (JacksonException | NullPointerException ex) {
			logger.warn("The guilds of shard " + shard + " are not known: " + file.path().toAbsolutePath()
					+ " does not hold a list of them (" + ex.getClass().getSimpleName() + ")");
			return null;
		}
	}

	void delete(Collection<ShardId> shards) throws IOException {
		for (ShardId shard : shards) {
			file(shard).delete();
		}
	}

}
