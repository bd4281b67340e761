package io.github.discordgateway.interaction;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.discordgateway.event.InteractionCreate;
import io.github.discordgateway.listener.GatewayListener;

import org.springframework.core.annotation.AliasFor;

/**
 * Makes a method of a bean a command in the context menu of a message. The message is its
 * parameter with {@link CommandTarget @CommandTarget}, of the type
 * {@link io.github.discordgateway.model.message.PartialMessage PartialMessage}; else it
 * takes and returns what a {@link SlashCommand @SlashCommand} without options does.
 *
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/application-commands#message-commands">Discord's
 * documentation</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@GatewayListener(types = InteractionCreate.class)
public @interface MessageCommand {

	/**
	 * The same as {@link #name()}.
	 * @return the name
	 */
	@AliasFor("name")
	String value() default "";

	/**
	 * The name, 1 to 32 characters, which may have capitals and spaces.
	 * @return the name
	 */
	@AliasFor("value")
	String name() default "";

	/**
	 * What a member must be permitted by default to see the command: names of the
	 * constants of {@link io.github.discordgateway.model.guild.Permissions Permissions},
	 * for example {@code BAN_MEMBERS}.
	 * @return names of permissions; empty for no demand
	 */
	String[] permissions() default {};

	/**
	 * Where the command may be used: {@code GUILD}, {@code BOT_DM} for direct messages
	 * with the bot, {@code PRIVATE_CHANNEL} for those between users.
	 * @return names of contexts; empty for everywhere
	 */
	String[] contexts() default {};

	/**
	 * For which installations of the application the command is there:
	 * {@code GUILD_INSTALL}, {@code USER_INSTALL}.
	 * @return names of installations; empty for those of the application
	 */
	String[] integrationTypes() default {};

	/**
	 * Whether the command is for adults.
	 * @return {@code false} unless set
	 */
	boolean nsfw() default false;

	/**
	 * The ids of the guilds in which the command is registered, and whose uses it takes.
	 * @return ids of guilds; empty for all
	 */
	@AliasFor(annotation = GatewayListener.class)
	String[] guilds() default {};

	/**
	 * Whether the answers are shown to nobody but the user. It decides for a deferred
	 * answer; one in time may also say so itself.
	 * @return {@code false} unless set
	 */
	boolean ephemeral() default false;

	/**
	 * Whether the method is also called when it is too late for an answer: for
	 * interactions that were replayed after a pause of the connection, or took longer
	 * than 3 seconds to come. Its answers are then dropped.
	 * @return {@code false} unless set
	 */
	boolean evenWhenLate() default false;

	/**
	 * The unique name of the listener.
	 * @return the name; empty for one that is made of bean and method
	 */
	@AliasFor(annotation = GatewayListener.class)
	String id() default "";

	/**
	 * An expression that tells whether the method is called, as of
	 * {@link GatewayListener#condition()}. When it is not, nothing is answered.
	 * @return an expression; empty for always
	 */
	@AliasFor(annotation = GatewayListener.class)
	String condition() default "";

}
