package io.github.discordgateway.internal.protocol;

import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/**
 * Makes a {@link PlainFrameParser} for frames, and Jackson's own parsers for all else.
 */
final class PlainFrameParserFactory extends JsonFactory implements FrameParserFactory {

	private static final long serialVersionUID = 1L;

	PlainFrameParserFactory(JsonFactoryBuilder builder) {
		// What comes on the gateway is always UTF-8.
		super(builder.disable(Feature.CHARSET_DETECTION));
	}

	@Override
	public FrameParser createFrameParser(byte[] json) {
		return new PlainFrameParser(this, json, 0, json.length);
	}

	@Override
	public FrameParser createReusableParser() {
		return createFrameParser(new byte[0]);
	}

}
