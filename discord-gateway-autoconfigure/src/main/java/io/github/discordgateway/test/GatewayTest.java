package io.github.discordgateway.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test of the listeners of a bot, against a simulator and without the rest of the
 * application: of the beans that are found by scanning only those with
 * {@code @GatewayListener}, and those that extend the gateway, are there, and of the
 * auto-configurations only the gateway's. What else the listeners need comes from
 * {@code @MockitoBean} or {@code @Import}. The simulator can be injected:
 *
 * <pre class="code">
 * &#064;GatewayTest(PingListener.class)
 * class PingListenerTests {
 *
 *     &#064;Autowired
 *     GatewaySimulator simulator;
 *
 *     &#064;Test
 *     void answers() {
 *         this.simulator.guild("garden").member("alice").says("!ping");
 *         this.simulator.expectCommand(UpdatePresence.class);
 *     }
 *
 * }</pre>
 *
 * <p>
 * The bot gets what its intents let through, as at Discord: to read the content of
 * messages, {@code discord.gateway.intents} has to list {@code message-content}. Each
 * test method begins without commands of the one before; guilds and members stay as long
 * as the context.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(GatewayTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(GatewayTypeExcludeFilter.class)
@AutoConfigureGatewaySimulator
@ImportAutoConfiguration
public @interface GatewayTest {

	/**
	 * Properties of the test's environment.
	 * @return the properties, as {@code key=value}
	 */
	String[] properties() default {};

	/**
	 * The same as {@link #listeners()}.
	 * @return classes of listeners
	 */
	@AliasFor("listeners")
	Class<?>[] value() default {};

	/**
	 * The listeners to test, whether scanning would find them or not. Left out, it is all
	 * that scanning finds.
	 * @return classes with methods that are listeners
	 */
	@AliasFor("value")
	Class<?>[] listeners() default {};

	/**
	 * Whether what belongs to a gateway is found by scanning at all.
	 * @return {@code false} for what {@link #includeFilters()} let in only
	 */
	boolean useDefaultFilters() default true;

	/**
	 * What else may be found by scanning.
	 * @return the filters
	 */
	Filter[] includeFilters() default {};

	/**
	 * What is not to be found by scanning.
	 * @return the filters
	 */
	Filter[] excludeFilters() default {};

	/**
	 * Auto-configurations of the gateway that the test does without.
	 * @return the classes
	 */
	@AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
	Class<?>[] excludeAutoConfiguration() default {};

}
