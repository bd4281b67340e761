package io.github.discordgateway.internal.protocol;

import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/**
 * Makes a {@link QuickFrameParser} for what lies in a byte array, which on the gateway is
 * always UTF-8.
 */
final class QuickFrameParserFactory extends JsonFactory implements FrameParserFactory {

	private static final long serialVersionUID = 1L;

	QuickFrameParserFactory(JsonFactoryBuilder builder) {
		super(builder);
	}

	@Override
	protected JsonParser _createParser(ObjectReadContext readContext, IOContext ioContext, byte[] data, int offset,
			int length) {
		_checkRangeBoundsForByteArray(data, offset, length);
		_streamReadConstraints.validateDocumentLength(length);
		return new QuickFrameParser(readContext, ioContext, readContext.getStreamReadFeatures(_streamReadFeatures),
				readContext.getFormatReadFeatures(_formatReadFeatures),
				_byteSymbolCanonicalizer.makeChild(_factoryFeatures), data, offset, offset + length, false);
	}

	@Override
	public FrameParser createFrameParser(byte[] json) {
		return (FrameParser) createParser(ObjectReadContext.empty(), json);
	}

	@Override
	public FrameParser createReusableParser() {
		byte[] nothing = new byte[0];
		return new QuickFrameParser(ObjectReadContext.empty(),
				_createContext(_createContentReference(nothing, 0, 0), true, JsonEncoding.UTF8), _streamReadFeatures,
				_formatReadFeatures, _byteSymbolCanonicalizer.makeChild(_factoryFeatures), nothing, 0, 0, true);
	}

}
