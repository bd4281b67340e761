package io.github.discordgateway.rest;

import java.util.function.Function;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks for the next page of a list when the one before was taken.
 */
final class Pages {

	private Pages() {
	}

	/**
	 * Walks through a list.
	 * @param <T> what is listed
	 * @param fetch returns the page after an id, and the first for {@code null}
	 * @param id the id of an element
	 * @param size the number of elements of a page that is not the last
	 * @return the elements of all pages
	 */
	static <T> Flux<T> of(Function<@Nullable Snowflake, Flux<T>> fetch, Function<T, @Nullable Snowflake> id, int size) {
		return Mono.defer(() -> fetch.apply(null).collectList()).expand((page) -> {
			Snowflake last = (page.size() < size) ? null : id.apply(page.get(page.size() - 1));
			return (last != null) ? fetch.apply(last).collectList() : Mono.empty();
		}).concatMapIterable(Function.identity(), 1);
	}

}
