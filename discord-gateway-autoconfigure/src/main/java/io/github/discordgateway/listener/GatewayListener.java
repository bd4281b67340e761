package io.github.discordgateway.listener;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.aot.hint.annotation.Reflective;
import org.springframework.core.annotation.AliasFor;

/**
 * Makes a method of a bean a listener of gateway events. Which events is told by its
 * parameter, the record of an event, or by {@link #events()}.
 *
 * <p>
 * A method may take, in any number and order:
 * <ul>
 * <li>the record of an event, for example {@code MessageCreate}, a supertype of several
 * such records, or {@link io.github.discordgateway.event.GatewayEvent GatewayEvent} for
 * every event that has a record;</li>
 * <li>{@link io.github.discordgateway.event.EventEnvelope EventEnvelope}: how the event
 * came, and the event in the forms that the other parameters ask for; alone, in all
 * forms;</li>
 * <li>{@link io.github.discordgateway.event.RawEvent RawEvent}: the event as it was
 * sent;</li>
 * <li>{@link tools.jackson.databind.JsonNode JsonNode}, {@link String} or {@code byte[]}
 * (not to be changed): the JSON of the event's body;</li>
 * <li>{@link io.github.discordgateway.protocol.ShardId ShardId}: the shard that received
 * it.</li>
 * </ul>
 * With neither the record of an event nor names, a method that takes a {@code RawEvent}
 * or an {@code EventEnvelope} gets every event, the unknown ones too.
 *
 * <p>
 * It returns nothing, or something that can be awaited, such as a {@code Mono}, a
 * {@code Flux} or a {@code CompletionStage}; the event counts as handled when that
 * completes, and its values are ignored. Listeners of one event are called in the order
 * of {@link org.springframework.core.annotation.Order @Order} on their methods.
 *
 * <p>
 * On a class, every public method that takes an event, an {@code EventEnvelope} or a
 * {@code RawEvent} is a listener. The annotation may be inherited and be put on other
 * annotations.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE })
@Reflective
public @interface GatewayListener {

	/**
	 * The same as {@link #events()}.
	 * @return names of events
	 */
	@AliasFor("events")
	String[] value() default {};

	/**
	 * Names of events as Discord writes them, for example {@code MESSAGE_CREATE}. They
	 * may be unknown to this library, and come from placeholders, also several in one
	 * with commas between. On a class they are meant for those methods that do not name
	 * an event by its record.
	 * @return names of events
	 */
	@AliasFor("value")
	String[] events() default {};

	/**
	 * The unique name of the listener; may be a placeholder. Without it the name is made
	 * of bean and method. Not to be used on a class.
	 * @return the name
	 */
	String id() default "";

}
