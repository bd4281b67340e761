package io.github.discordgateway.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Asks for the {@code WebClient} that is prepared for Discord's API, for requests that
 * the typed operations do not have:
 *
 * <pre>
 * Emojis(&#64;DiscordRest WebClient client) {
 * 	this.client = client;
 * }
 *
 * Flux&lt;Emoji&gt; list(Snowflake guild) {
 * 	return this.client.get().uri("/guilds/{guild}/emojis", guild).retrieve().bodyToFlux(Emoji.class);
 * }
 * </pre>
 *
 * <p>
 * Its paths begin below the API's base URL. It sends the bot's token, except where the
 * path holds one of its own, waits for rate limits without a thread, and turns refusals
 * into {@link DiscordApiException} where {@code retrieve()} is used.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE })
public @interface DiscordRest {

}
