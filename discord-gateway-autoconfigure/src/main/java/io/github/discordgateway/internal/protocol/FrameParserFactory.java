package io.github.discordgateway.internal.protocol;

/**
 * Makes parsers of frames; the factory of Jackson's parsers in the gateway's mapper is
 * one.
 */
interface FrameParserFactory {

	/**
	 * Starts to read one text.
	 * @param json the JSON in UTF-8
	 * @return a parser, to be closed
	 */
	FrameParser createFrameParser(byte[] json);

	/**
	 * Makes a parser that is started for each frame anew.
	 * @return a parser that has nothing to read yet
	 */
	FrameParser createReusableParser();

}
