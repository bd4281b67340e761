package io.github.discordgateway.actuate;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/**
 * Answers on the web what {@link DiscordGatewayEndpoint} refuses: 404 with what exists,
 * or 400 with the reason.
 */
@EndpointWebExtension(endpoint = DiscordGatewayEndpoint.class)
public final class DiscordGatewayEndpointWebExtension {

	private final DiscordGatewayEndpoint delegate;

	/**
	 * Extends an endpoint.
	 * @param delegate the endpoint
	 */
	public DiscordGatewayEndpointWebExtension(DiscordGatewayEndpoint delegate) {
		this.delegate = delegate;
	}

	/**
	 * As {@link DiscordGatewayEndpoint#details}.
	 * @param kind {@code shards} or {@code listeners}
	 * @param id the number of the shard, or the id of the listener
	 * @return what is known of it, or 404
	 */
	@ReadOperation
	public WebEndpointResponse<Object> details(@Selector String kind, @Selector String id) {
		return answer(() -> this.delegate.details(kind, id));
	}

	/**
	 * As {@link DiscordGatewayEndpoint#reshard}.
	 * @param total the new number of shards
	 * @return what is being done, or 400
	 */
	@WriteOperation
	public WebEndpointResponse<Object> reshard(@Nullable String total) {
		return answer(() -> this.delegate.reshard(total));
	}

	/**
	 * As {@link DiscordGatewayEndpoint#change}.
	 * @param kind {@code shards} or {@code listeners}
	 * @param id the number of the shard, or the id of the listener
	 * @param action what to do
	 * @return what was done, 404 or 400
	 */
	@WriteOperation
	public WebEndpointResponse<Object> change(@Selector String kind, @Selector String id, @Nullable String action) {
		return answer(() -> this.delegate.change(kind, id, action));
	}

	private static WebEndpointResponse<Object> answer(Supplier<Object> operation) {
		try {
			return new WebEndpointResponse<>(operation.get());
		}
		catch (GatewayOperationException ex) {
			return ex.toResponse();
		}
	}

}
