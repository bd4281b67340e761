package io.github.discordgateway.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.Deflater;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import tools.jackson.databind.json.JsonMapper;

/**
 * A realistic stream of events: 45 % presences, 25 % messages, 10 % typing and 5 % each of
 * reactions, member updates, voice states and message updates, complete in their fields,
 * compressed as one zlib or zstd stream.
 */
final class EventMix {

	/** Prints what the mix is like. */
	static String describe() {
		List<byte[]> frames = frames();
		long clear = frames.stream().mapToLong((frame) -> frame.length).sum();
		long compressed = compress(frames).stream().mapToLong((message) -> message.length).sum();
		return frames.size() + " events of " + clear / frames.size() + " bytes on average, compressed to "
				+ compressed / frames.size();
	}

	/** The number of events in the stream. */
	static final int EVENTS = 4000;

	private static final Pattern VARIED = Pattern
		.compile("\"(content|username|global_name|nick)\":\"[^\"]*\"|\"[0-9a-f]{32}\"|\"\\d{17,20}\"");

	private static final Map<String, String> TEMPLATES = new HashMap<>();

	private EventMix() {
	}

	/** The frames in clear. */
	static List<byte[]> frames() {
		Random random = new Random(7);
		List<byte[]> frames = new ArrayList<>(EVENTS);
		for (int i = 1; i <= EVENTS; i++) {
			String name = name(random.nextInt(100));
			String template = variant(name, random.nextInt(10));
			String body = vary(TEMPLATES.computeIfAbsent(template, EventMix::template), random);
			frames.add(("{\"t\":\"" + name + "\",\"s\":" + i + ",\"op\":0,\"d\":" + body + "}")
				.getBytes(StandardCharsets.UTF_8));
		}
		return frames;
	}

	private static String name(int percent) {
		if (percent < 45) {
			return "PRESENCE_UPDATE";
		}
		if (percent < 70) {
			return "MESSAGE_CREATE";
		}
		if (percent < 80) {
			return "TYPING_START";
		}
		if (percent < 85) {
			return "MESSAGE_REACTION_ADD";
		}
		if (percent < 90) {
			return "GUILD_MEMBER_UPDATE";
		}
		return (percent < 95) ? "VOICE_STATE_UPDATE" : "MESSAGE_UPDATE";
	}

	/** A tenth of the messages are replies; presences have two, one or no games. */
	private static String variant(String name, int tenth) {
		return switch (name) {
			case "MESSAGE_CREATE" -> (tenth < 1) ? "MESSAGE_CREATE_2" : name;
			case "PRESENCE_UPDATE" -> (tenth < 2) ? "PRESENCE_UPDATE_2" : ((tenth < 5) ? "PRESENCE_UPDATE_3" : name);
			default -> name;
		};
	}

	private static String template(String name) {
		try (InputStream resource = EventMix.class.getResourceAsStream("/mix/" + name + ".json")) {
			return JsonMapper.shared().readTree(resource).toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Gives ids, hashes, names and texts the variety that they have on a large bot, so that
	 * the stream does not compress better than a real one.
	 */
	private static String vary(String body, Random random) {
		return VARIED.matcher(body).replaceAll((match) -> {
			String found = match.group();
			if (found.startsWith("\"content\"")) {
				StringBuilder text = new StringBuilder("\"content\":\"");
				for (int words = 4 + random.nextInt(14); words > 0; words--) {
					text.append(word(random)).append(' ');
				}
				return text.append('"').toString();
			}
			if (found.startsWith("\"username\"") || found.startsWith("\"global_name\"") || found.startsWith("\"nick\"")) {
				return found.substring(0, found.indexOf(':') + 2) + word(random) + random.nextInt(1000) + '"';
			}
			if (found.length() == 34) {
				return String.format("\"%016x%016x\"", random.nextLong(), random.nextLong());
			}
			return "\"" + (1_000_000_000_000_000_000L + random.nextLong(300_000_000_000_000_000L)) + '"';
		});
	}

	private static String word(Random random) {
		StringBuilder word = new StringBuilder();
		for (int letters = 2 + random.nextInt(8); letters > 0; letters--) {
			word.append("etaoinshrdlucmfwypvbgkqjxz".charAt((int) Math.abs(random.nextGaussian() * 7) % 26));
		}
		return word.toString();
	}

	/** The frames as messages of one zlib stream. */
	static List<byte[]> compress(List<byte[]> frames) {
		Deflater deflater = new Deflater();
		byte[] buffer = new byte[64 * 1024];
		List<byte[]> messages = new ArrayList<>(frames.size());
		for (byte[] frame : frames) {
			ByteArrayOutputStream message = new ByteArrayOutputStream();
			deflater.setInput(frame);
			int written;
			do {
				written = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
				message.write(buffer, 0, written);
			}
			while (written == buffer.length);
			messages.add(message.toByteArray());
		}
		deflater.end();
		return messages;
	}

	/** The frames as messages of one zstd stream. */
	static List<byte[]> compressWithZstd(List<byte[]> frames) throws IOException {
		ByteArrayOutputStream message = new ByteArrayOutputStream();
		List<byte[]> messages = new ArrayList<>(frames.size());
		try (ZstdOutputStreamNoFinalizer zstd = new ZstdOutputStreamNoFinalizer(message)) {
			for (byte[] frame : frames) {
				zstd.write(frame);
				zstd.flush();
				messages.add(message.toByteArray());
				message.reset();
			}
		}
		return messages;
	}

}
