package io.github.discordgateway.listener;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.LazyEvent;

import org.springframework.aot.hint.annotation.Reflective;
import org.springframework.core.annotation.AliasFor;

/**
 * Makes a method of a bean a listener of gateway events. Which events is told by its
 * parameter, the record of an event, or by {@link #events()} and {@link #types()}.
 *
 * <p>
 * A method may take, in any number and order:
 * <ul>
 * <li>the record of an event, for example {@code MessageCreate}, a supertype of several
 * such records, or {@link GatewayEvent} for every event that has a record;</li>
 * <li>a part of the event, for example its {@code Message}, {@code Member} or
 * {@code Guild}, where the record has exactly one component of that type. An event
 * without the part does not reach the method, unless the parameter is nullable
 * ({@code @Nullable}, {@code Member?} in Kotlin) or an {@link java.util.Optional
 * Optional};</li>
 * <li>{@link io.github.discordgateway.event.EventEnvelope EventEnvelope}: how the event
 * came, and the event in the forms that the other parameters ask for; alone, in all
 * forms;</li>
 * <li>{@link io.github.discordgateway.event.RawEvent RawEvent}: the event as it was sent,
 * or {@link io.github.discordgateway.event.LazyEvent LazyEvent}, of which only what is
 * read gets decoded;</li>
 * <li>{@link tools.jackson.databind.JsonNode JsonNode}, {@link String} or {@code byte[]}
 * (not to be changed): the JSON of the event's body;</li>
 * <li>{@link io.github.discordgateway.ShardId ShardId}: the shard that received it;</li>
 * <li>whatever a bean of type {@link GatewayListenerArgumentResolver} provides; with the
 * auto-configuration these are {@code Gateway} and {@code GatewayShard}.</li>
 * </ul>
 * With neither the record of an event nor names, a method that takes a {@code RawEvent},
 * a {@code LazyEvent} or an {@code EventEnvelope} gets every event, the unknown ones too.
 *
 * <p>
 * It returns nothing, or something that can be awaited, such as a {@code Mono}, a
 * {@code Flux}, a {@code CompletionStage} or a Kotlin {@code Flow}, or is a
 * {@code suspend} function; the event counts as handled when that completes, no thread
 * waits for it, and its values are ignored. Other values are for a bean of type
 * {@link GatewayReturnValueHandler}. Listeners get their events independently of one
 * another, save those of one event that bear
 * {@link org.springframework.core.annotation.Order @Order} on their methods, or else on
 * their classes: each of these gets it when those of a lower order are through with it.
 *
 * <p>
 * On a class, every public method that takes an event, an {@code EventEnvelope}, a
 * {@code RawEvent} or a {@code LazyEvent} is a listener, and the attributes are defaults
 * for its methods. The annotation may be inherited and be put on other annotations. On a
 * method it may be repeated, itself or through several such annotations: each is a
 * listener of its own. All its texts may hold placeholders ({@code ${...}}) and
 * expressions ({@code #{...}}).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE })
@Repeatable(GatewayListeners.class)
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
	 * may be unknown to this library; one text may hold several with commas between. On a
	 * class they are meant for those methods that do not name an event by its record.
	 * @return names of events
	 */
	@AliasFor("value")
	String[] events() default {};

	/**
	 * Events by their records, or by a supertype of several, in addition to
	 * {@link #events()}. On a class they are meant for the same methods as those.
	 * @return classes of events
	 */
	Class<? extends GatewayEvent>[] types() default {};

	/**
	 * An expression of Spring's language (SpEL) that tells whether the listener wants an
	 * event: the listener is called when it is {@code true}. Its root is the
	 * {@link io.github.discordgateway.event.EventEnvelope EventEnvelope}
	 * ({@code shard.number == 0 and !replayed}); there are {@code #envelope},
	 * {@code #event}, the decoded event ({@code #event.message.content.startsWith('!')}),
	 * the parameters of the method by their names, and the beans of the application
	 * ({@code @settings.active}). It is not met when it asks about something that the
	 * event does not have, be it a field of another kind of event or one that is absent;
	 * about what none of the listener's events can have, it is refused at the start. An
	 * expression that fails in another way is a failure of the listener.
	 * @return an expression; empty for every event
	 */
	String condition() default "";

	/**
	 * The shards whose events are wanted: numbers and ranges such as {@code 0-3}, one
	 * text may hold several with commas between.
	 * @return shards; empty for all
	 */
	String[] shards() default {};

	/**
	 * The ids of the guilds whose events are wanted, one text may hold several with
	 * commas between. Events outside of guilds are then not wanted.
	 * @return ids of guilds; empty for all events
	 */
	String[] guilds() default {};

	/**
	 * The unique name of the listener. Without it the name is made of bean and method,
	 * with {@code -2} and so on for the further annotations of a method. Not to be used
	 * on a class.
	 * @return the name
	 */
	String id() default "";

	/**
	 * Whether the listener gets events from the start ({@code true} unless set), or only
	 * once it is started with {@link GatewayListenerRegistry#start(String)}.
	 * @return {@code true} or {@code false}
	 */
	String autoStartup() default "";

	/**
	 * The name of a bean of type
	 * {@link io.github.discordgateway.listener.GatewayErrorHandler GatewayErrorHandler}
	 * that is told about failures instead of the common one. A bean that is named here is
	 * not the common one, unless it is primary.
	 * @return the name of a bean; empty for the common one
	 */
	String errorHandler() default "";

	/**
	 * Which of its events reach the listener one after the other, in the order in which
	 * they were sent: {@code guild}, {@code shard} or {@code none}, as the property
	 * {@code discord.gateway.dispatch.ordering} says for all. Interactions come at once
	 * in any case.
	 * @return the order; empty for that of all listeners
	 */
	String ordering() default "";

	/**
	 * The name of a bean of type {@link org.springframework.core.retry.RetryPolicy
	 * RetryPolicy}: whether a failed call is repeated, how often and after which pauses.
	 * No thread waits during a pause; later events of the listener's lane do, so that the
	 * order is kept. All calls and pauses of one event together may take
	 * {@code discord.gateway.dispatch.handler-timeout}.
	 * @return the name of a bean; empty to call once
	 */
	String retryPolicy() default "";

}
