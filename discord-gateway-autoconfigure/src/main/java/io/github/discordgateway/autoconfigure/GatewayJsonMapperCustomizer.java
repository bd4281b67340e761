package io.github.discordgateway.autoconfigure;

import tools.jackson.databind.json.JsonMapper;

/**
 * Changes how the gateway's JSON is read and written. The application's own mapper is not
 * concerned.
 */
@FunctionalInterface
public interface GatewayJsonMapperCustomizer {

	/**
	 * Changes the mapper before it is built.
	 * @param builder holds the protocol's rules already
	 */
	void customize(JsonMapper.Builder builder);

}
