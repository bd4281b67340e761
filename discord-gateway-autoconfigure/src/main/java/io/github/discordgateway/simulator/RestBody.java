package io.github.discordgateway.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The body of a request: JSON, or a form with JSON and files.
 *
 * @param text the JSON as it came; empty when there is none
 * @param files what was uploaded
 */
record RestBody(String text, List<File> files) {

	private static final JsonMapper MAPPER = GatewayJsonMapper.builder().build();

	static final RestBody EMPTY = new RestBody("", List.of());

	/**
	 * Reads a body.
	 * @param bytes all of it
	 * @param contentType the header; empty when there is none
	 * @return the body; files without their content
	 */
	static RestBody read(byte[] bytes, String contentType) {
		if (bytes.length == 0) {
			return EMPTY;
		}
		if (!contentType.startsWith("multipart/form-data")) {
			return new RestBody(new String(bytes, StandardCharsets.UTF_8), List.of());
		}
		FullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/",
				Unpooled.wrappedBuffer(bytes));
		request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
		HttpPostMultipartRequestDecoder decoder = new HttpPostMultipartRequestDecoder(new DefaultHttpDataFactory(false),
				request);
		try {
			return read(decoder);
		}
		finally {
			decoder.destroy();
		}
	}

	private static RestBody read(HttpPostMultipartRequestDecoder decoder) {
		String text = "";
		List<File> files = new ArrayList<>();
		try {
			for (InterfaceHttpData data : decoder.getBodyHttpDatas()) {
				if (data instanceof FileUpload file) {
					files.add(new File(file.getName(), file.getFilename(), file.getContentType(), file.length()));
				}
				else if (data instanceof Attribute attribute && data.getName().equals("payload_json")) {
					text = new String(attribute.get(), StandardCharsets.UTF_8);
				}
			}
		}
		catch (HttpPostRequestDecoder.ErrorDataDecoderException | IOException ex) {
			throw RestRefusal.of(400, 50035, "Invalid Form Body");
		}
		return new RestBody(text, files);
	}

	/**
	 * The JSON.
	 * @return a missing node when there is no body
	 * @throws RestRefusal when it cannot be read
	 */
	JsonNode json() {
		if (this.text.isBlank()) {
			return MissingNode.getInstance();
		}
		try {
			return MAPPER.readTree(this.text);
		}
		catch (JacksonException ex) {
			throw RestRefusal.of(400, 50109, "The request body contains invalid JSON.");
		}
	}

	/**
	 * A file.
	 *
	 * @param field the name of the form's field, for example {@code files[0]}
	 * @param name its name
	 * @param contentType its type
	 * @param size its size in bytes
	 */
	record File(String field, String name, String contentType, long size) {
	}

}
