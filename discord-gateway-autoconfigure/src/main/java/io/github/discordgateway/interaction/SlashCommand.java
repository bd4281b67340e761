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
 * Makes a method of a bean a slash command, or a sub-command of one. What it returns is
 * the answer: text, a {@link Reply}, a {@link io.github.discordgateway.rest.Modal Modal},
 * several of them as a {@code Flux} or a {@code Collection}, a {@code Mono}, {@code
 * CompletionStage} or {@code Optional} of these, or nothing. What is not there after
 * {@code discord.gateway.interactions.defer-after} is deferred, and then edited in.
 *
 * <p>
 * A method may take, in any number and order:
 * <ul>
 * <li>{@link Option @Option} parameters, and records of such;</li>
 * <li>{@link io.github.discordgateway.model.interaction.Interaction Interaction}, and
 * what is in it: {@link io.github.discordgateway.model.user.User User} and
 * {@link io.github.discordgateway.model.guild.Member Member}, who used the command,
 * {@link io.github.discordgateway.model.channel.Channel Channel}, and the user's
 * {@link java.util.Locale Locale};</li>
 * <li>{@link InteractionResponder}, to answer more than once;</li>
 * <li>what other listeners may take, see {@link GatewayListener}, {@code Gateway} for
 * example.</li>
 * </ul>
 * It is a {@link GatewayListener @GatewayListener}: what that annotation says on the
 * class counts for it, so do interceptors, error handlers and advice.
 *
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/application-commands">Discord's
 * documentation</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@GatewayListener(types = InteractionCreate.class)
public @interface SlashCommand {

	/**
	 * The same as {@link #name()}.
	 * @return the name
	 */
	@AliasFor("name")
	String value() default "";

	/**
	 * The name: 1 to 32 letters, digits, {@code -} and {@code _}, in lower case. With
	 * spaces it is a sub-command: {@code "tag show"}, or one of a group,
	 * {@code "tag admin delete"}. That of a {@link CommandGroup @CommandGroup} on the
	 * class stands before it.
	 * @return the name
	 */
	@AliasFor("value")
	String name() default "";

	/**
	 * What the command does, 1 to 100 characters.
	 * @return the text; empty for that of the application's {@code MessageSource}, or
	 * else the name
	 */
	String description() default "";

	/**
	 * What a member must be permitted by default to see the command: names of the
	 * constants of {@link io.github.discordgateway.model.guild.Permissions Permissions},
	 * for example {@code BAN_MEMBERS}. A sub-command says it for its whole command.
	 * @return names of permissions; empty for no demand
	 */
	String[] permissions() default {};

	/**
	 * Where the command may be used: {@code GUILD}, {@code BOT_DM} for direct messages
	 * with the bot, {@code PRIVATE_CHANNEL} for those between users. A sub-command says
	 * it for its whole command.
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
