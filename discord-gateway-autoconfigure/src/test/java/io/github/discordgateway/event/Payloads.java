package io.github.discordgateway.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.protocol.FrameReader;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import io.github.discordgateway.internal.protocol.MalformedFrameException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bodies of events, and the frames around them.
 */
public final class Payloads {

	public static final JsonMapper MAPPER = GatewayJsonMapper.builder().build();

	private static final FrameReader READER = new FrameReader(MAPPER);

	private Payloads() {
	}

	/**
	 * The body of an event.
	 *
	 * @param type the event
	 * @param file where it comes from
	 * @param body the JSON
	 */
	public record Sample(EventType type, String file, JsonNode body) {

		@Override
		public String toString() {
			return this.file;
		}

	}

	/** The body of an event, complete in its fields. */
	public static JsonNode fixture(EventType type) {
		return resource("/fixtures/" + type + ".json");
	}

	/** The complete bodies, and one for each variant of what has several. */
	public static List<Sample> fixtures() {
		try {
			URL folder = Objects.requireNonNull(Payloads.class.getResource("/fixtures"));
			return samples(Path.of(folder.toURI()));
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Bodies that other projects have seen, when they lie beside the checkout; otherwise
	 * none.
	 */
	public static List<Sample> examples() {
		for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
			Path examples = folder.resolve("shared/protocol/examples");
			if (Files.isDirectory(examples)) {
				return samples(examples);
			}
		}
		return List.of();
	}

	/** The name of a file, or of its folder, starts with that of the event. */
	private static List<Sample> samples(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(".json")).sorted().map((file) -> {
				Path relative = folder.relativize(file);
				String event = relative.getName(0).toString().split("\\.")[0];
				return new Sample(EventType.valueOf(event), relative.toString(), MAPPER.readTree(file));
			}).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static JsonNode catalog() {
		return Catalog.ROOT;
	}

	public static JsonNode resource(String name) {
		try (@Nullable
		InputStream stream = Payloads.class.getResourceAsStream(name)) {
			if (stream == null) {
				throw new IllegalStateException("Missing " + name);
			}
			return MAPPER.readTree(stream.readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static GatewayEvent decode(EventDecoder decoder, EventType type, JsonNode body) throws Exception {
		try (Frame frame = frame(type.name(), body.toString())) {
			return decoder.decode(type, frame);
		}
	}

	/** The JSON that an event is written as. */
	public static JsonNode written(GatewayEvent event) {
		return MAPPER.readTree(MAPPER.writeValueAsString(event));
	}

	/** A frame as Discord writes it, with the header before the body. */
	public static Frame frame(String name, String body) throws MalformedFrameException {
		return read("{\"t\":\"" + name + "\",\"s\":42,\"op\":0,\"d\":" + body + "}");
	}

	public static Frame read(String text) throws MalformedFrameException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		return READER.read(bytes, 0, bytes.length);
	}

}
