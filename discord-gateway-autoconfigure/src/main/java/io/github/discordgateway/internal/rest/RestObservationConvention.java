package io.github.discordgateway.internal.rest;

import io.micrometer.common.KeyValue;

import org.springframework.web.reactive.function.client.ClientRequestObservationContext;
import org.springframework.web.reactive.function.client.DefaultClientRequestObservationConvention;

/**
 * Spring's convention for the observations of clients, but without the tokens in the
 * paths of interactions and webhooks.
 */
public final class RestObservationConvention extends DefaultClientRequestObservationConvention {

	/** Makes a convention. */
	public RestObservationConvention() {
	}

	@Override
	protected KeyValue httpUrl(ClientRequestObservationContext context) {
		return withoutToken(super.httpUrl(context));
	}

	/** A template, unless somebody has put a path together by hand. */
	@Override
	protected KeyValue uri(ClientRequestObservationContext context) {
		return withoutToken(super.uri(context));
	}

	private static KeyValue withoutToken(KeyValue value) {
		return KeyValue.of(value.getKey(), PathTokens.hide(value.getValue(), "{token}"));
	}

}
