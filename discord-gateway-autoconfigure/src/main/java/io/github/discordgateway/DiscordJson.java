package io.github.discordgateway;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import io.github.discordgateway.internal.codec.DiscordDeserializer;
import io.github.discordgateway.internal.codec.DiscordSerializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Marks a type whose JSON is Discord's, whichever mapper of Jackson 3 reads or writes it:
 * names in snake case, ids as text, times as Discord writes them, and fields left out
 * where Discord leaves them out. Naming strategies, inclusion rules and other features of
 * the mapper count for the types around it only, so that a record of an event may stand
 * in an application's own types, in a cache or on a topic.
 *
 * <p>
 * Such JSON is read as leniently as what Discord sends: unknown fields are passed over,
 * and a value of a wrong type counts as absent. {@link GatewayJson} is stricter.
 *
 * <p>
 * The JSON does not say which event, command, or data of an interaction it is. A field
 * that may hold several of these needs {@code @JsonTypeInfo}, as any other of Jackson's.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@JacksonAnnotationsInside
@JsonSerialize(using = DiscordSerializer.class)
@JsonDeserialize(using = DiscordDeserializer.class)
public @interface DiscordJson {

}
