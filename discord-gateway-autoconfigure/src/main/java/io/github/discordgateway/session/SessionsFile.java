package io.github.discordgateway.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import io.github.discordgateway.ShardId;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sessions of all shards, in one file, which is read once: nobody else writes it. As
 * long as it cannot be read, nothing is written, since that would lose what is in it.
 */
final class SessionsFile {

	static final String NAME = "sessions.json";

	private static final Log logger = LogFactory.getLog(SessionsFile.class);

	private static final int MAX_BYTES = 256 * 1024 * 1024;

	private static final String SESSIONS = "sessions";

	private final ReplacedFile file;

	private final JsonMapper mapper;

	/** What is in the file; {@code null} as long as that is not known. */
	private @Nullable Map<ShardId, StoredSession> content;

	SessionsFile(Path directory, JsonMapper mapper) {
		this.file = new ReplacedFile(directory.resolve(NAME), MAX_BYTES);
		this.mapper = mapper;
	}

	synchronized @Nullable StoredSession find(ShardId shard) throws IOException {
		return content().get(shard);
	}

	synchronized void put(Collection<StoredSession> sessions) throws IOException {
		change((next) -> sessions.forEach((session) -> next.put(session.shard(), session)));
	}

	synchronized void remove(Collection<ShardId> shards) throws IOException {
		change((next) -> next.keySet().removeAll(shards));
	}

	private void change(Consumer<Map<ShardId, StoredSession>> change) throws IOException {
		Map<ShardId, StoredSession> next = new LinkedHashMap<>(content());
		change.accept(next);
		if (!next.equals(this.content)) {
			this.file.write(this.mapper.writeValueAsBytes(Map.of(SESSIONS, next.values())), true);
			this.content = next;
		}
	}

	private Map<ShardId, StoredSession> content() throws IOException {
		Map<ShardId, StoredSession> known = this.content;
		if (known == null) {
			known = read();
			this.content = known;
		}
		return known;
	}

	private Map<ShardId, StoredSession> read() throws IOException {
		Map<ShardId, StoredSession> sessions = new LinkedHashMap<>();
		byte[] json = this.file.read();
		if (json == null) {
			return sessions;
		}
		try {
			JsonNode listed = this.mapper.readTree(json).path(SESSIONS);
			if (!listed.isArray()) {
				report("all sessions are ignored", "has no list of sessions");
			}
			listed.forEach((entry) -> read(entry, sessions));
		}
		catch (JacksonException ex) {
			report("all sessions are ignored", "is no JSON (" + ex.getClass().getSimpleName() + ")");
		}
		return sessions;
	}

	private void read(JsonNode entry, Map<ShardId, StoredSession> sessions) {
		try {
			StoredSession session = this.mapper.treeToValue(entry, StoredSession.class);
			sessions.put(session.shard(), session);
		}
		catch (JacksonException | IllegalArgumentException | NullPointerException ex) {
			JsonNode shard = entry.path("shard");
			report("the session of shard " + shard.path("number").asInt(-1) + "/" + shard.path("total").asInt(-1)
					+ " is ignored", "does not hold a whole one (" + ex.getClass().getSimpleName() + ")");
		}
	}

	private void report(String consequence, String problem) {
		logger.warn("Of what was stored, " + consequence + ": " + this.file.path().toAbsolutePath() + " " + problem);
	}

}
