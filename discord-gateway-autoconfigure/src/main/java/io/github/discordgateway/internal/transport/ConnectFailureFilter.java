package io.github.discordgateway.internal.transport;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * Explains why a request got no answer. What comes out of it is without the request's
 * headers, and so without the token.
 */
public final class ConnectFailureFilter implements ExchangeFilterFunction {

	private final ConnectFailures failures;

	/**
	 * Makes a filter.
	 * @param failures explains
	 */
	public ConnectFailureFilter(ConnectFailures failures) {
		this.failures = failures;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return Mono.defer(() -> {
			Sinks.One<ClientResponse> failure = Sinks.one();
			return HandshakeGuard.guardRequest(next.exchange(request), failure::tryEmitError)
				.takeUntilOther(failure.asMono())
				.doOnNext((response) -> this.failures.connected())
				.onErrorMap((problem) -> explain(request, problem));
		});
	}

	private WebClientRequestException explain(ClientRequest request, Throwable problem) {
		Throwable cause = (problem instanceof WebClientRequestException && problem.getCause() != null)
				? problem.getCause() : problem;
		return new WebClientRequestException(this.failures.explain(request.url(), cause), request.method(),
				request.url(), HttpHeaders.EMPTY);
	}

}
