package io.github.discordgateway.listener;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.GuildCreate;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.event.RawEvent;
import org.aopalliance.intercept.MethodInterceptor;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.context.support.SimpleThreadScope;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AliasFor;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link GatewayListenerAnnotationBeanPostProcessor}.
 */
class GatewayListenerAnnotationBeanPostProcessorTests {

	private static final List<String> calls = new CopyOnWriteArrayList<>();

	GatewayListenerAnnotationBeanPostProcessorTests() {
		calls.clear();
	}

	@Test
	void callsMethodsOfAnyVisibilityWithTheirArguments() throws Exception {
		try (var context = start(AnyVisibility.class)) {
			assertThat(handlers(context)).hasSize(4);
			for (EventHandler handler : handlers(context)) {
				handler.handle(TestEvents.envelope(TestEvents.message("hi"), "{}"));
			}
			assertThat(calls).containsExactlyInAnyOrder("public hi", "protected hi on 1/4", "package {}", "private hi");
		}
	}

	@Test
	void namesTheListenerByBeanAndMethodUnlessItHasAnId() {
		try (var context = start(WithPlaceholders.class)) {
			assertThat(handlers(context)).extracting(EventHandler::id)
				.containsExactlyInAnyOrder("bot.withPlaceholders", "bean0.plain(RawEvent, ShardId)");
			assertThat(handlers(context)).extracting(EventHandler::description)
				.contains(WithPlaceholders.class.getName() + ".plain(RawEvent, ShardId)");
		}
	}

	@Test
	void resolvesPlaceholdersInNamesAndIds() {
		try (var context = start(WithPlaceholders.class)) {
			assertThat(handler(context, "bot.withPlaceholders").interest().names()).containsExactlyInAnyOrder("ONE",
					"TWO", "THREE");
		}
	}

	@Test
	void ordersListenersByTheAnnotationOfTheirMethod() {
		try (var context = start(Ordering.class)) {
			List<EventHandler> ordered = new ArrayList<>(handlers(context));
			ordered.sort(AnnotationAwareOrderComparator.INSTANCE);
			assertThat(ordered).extracting(EventHandler::id)
				.containsExactly("bean0.first(MessageCreate)", "bean0.second(MessageCreate)",
						"bean0.last(MessageCreate)");
		}
	}

	@Test
	void findsInheritedAndInterfaceAnnotationsOnce() {
		try (var context = start(Inheriting.class)) {
			assertThat(handlers(context)).extracting(EventHandler::id)
				.containsExactlyInAnyOrder("bean0.inherited(MessageCreate)", "bean0.overridden(MessageCreate)",
						"bean0.ofInterface(GuildCreate)");
		}
	}

	@Test
	void findsGenericMethodsByTheTypesOfTheClassAndNotTheirBridges() throws Exception {
		try (var context = start(GuildListener.class)) {
			EventHandler handler = handlers(context).get(0);
			assertThat(handlers(context)).hasSize(1);
			assertThat(handler.interest().names()).containsExactly("GUILD_CREATE");
			handler.handle(TestEvents.envelope(TestEvents.guild(5), null));
			assertThat(calls).containsExactly("guild 5");
		}
	}

	@Test
	void followsMetaAnnotations() {
		try (var context = start(MetaAnnotated.class)) {
			assertThat(handler(context, "meta").interest().names()).containsExactlyInAnyOrder("READY", "RESUMED");
		}
	}

	@Test
	void annotatedClassMakesItsPublicEventMethodsListeners() {
		try (var context = start(AnnotatedClass.class)) {
			assertThat(handlers(context)).extracting(EventHandler::id)
				.containsExactlyInAnyOrder("bean0.onMessage(MessageCreate)", "bean0.onRaw(RawEvent)", "own");
			assertThat(handler(context, "bean0.onMessage(MessageCreate)").interest().names())
				.containsExactly("MESSAGE_CREATE");
			assertThat(handler(context, "bean0.onRaw(RawEvent)").interest().names()).containsExactly("UNHEARD_OF");
			assertThat(handler(context, "own").interest().names()).containsExactly("READY");
		}
	}

	@Test
	void callsThroughClassProxies() throws Exception {
		try (var context = start(ProxyingClasses.class, AnyVisibilityOnProxy.class)) {
			for (EventHandler handler : handlers(context)) {
				handler.handle(TestEvents.envelope(TestEvents.message("hi"), null));
			}
			assertThat(calls).containsExactlyInAnyOrder("intercepted onPublic", "public hi", "intercepted onProtected",
					"protected hi", "intercepted onPackage", "package hi");
		}
	}

	@Test
	void callsThroughInterfaceProxies() throws Exception {
		try (var context = start(ProxyingInterfaces.class, OnInterface.class, GuildListener.class)) {
			handler(context, "bean1.onMessage(MessageCreate)")
				.handle(TestEvents.envelope(TestEvents.message("hi"), null));
			handler(context, "bean2.on(GuildCreate)").handle(TestEvents.envelope(TestEvents.guild(5), null));
			assertThat(calls).containsExactly("intercepted onMessage", "message hi", "intercepted on", "guild 5");
		}
	}

	@Test
	void refusesMethodsThatTheProxyDoesNotLeadTo() {
		for (Class<?> type : List.of(PrivateOnProxy.class, StaticOnProxy.class, FinalOnProxy.class)) {
			assertRefused(ProxyingClasses.class, type)
				.withMessageContaining(type.getName() + ".onMessage(MessageCreate)")
				.withMessageContaining("proxy")
				.withMessageContaining("neither static nor final");
		}
		assertRefused(ProxyingInterfaces.class, NotOnInterface.class)
			.withMessageContaining(NotOnInterface.class.getName() + ".onMessage(MessageCreate)")
			.withMessageContaining("proxyTargetClass = true");
	}

	@Test
	void wrongSignatureFailsTheStart() {
		assertRefused(WrongSignature.class).withMessageContaining(WrongSignature.class.getName() + ".onNumber(Integer)")
			.withMessageContaining("JsonNode");
	}

	@Test
	void placeholderWithoutAValueCountsAsNoName() {
		assertRefused(EmptyPlaceholder.class).withMessageContaining("does not say which events it wants");
	}

	@Test
	void sameIdTwiceFailsTheStart() {
		assertRefused(SameId.class).withMessageContaining("'same'").withMessageContaining("an id of its own");
	}

	@Test
	void lazyBeanIsMadeForItsFirstEventAndRegisteredOnce() throws Exception {
		try (var context = start(LazyConfiguration.class)) {
			assertThat(handlers(context)).extracting(EventHandler::id).containsExactly("lazy.onMessage(MessageCreate)");
			assertThat(calls).isEmpty();
			handlers(context).get(0).handle(TestEvents.envelope(TestEvents.message("one"), null));
			handlers(context).get(0).handle(TestEvents.envelope(TestEvents.message("two"), null));
			assertThat(calls).containsExactly("created", "counted one", "counted two");
			assertThat(handlers(context)).hasSize(1);
		}
	}

	@Test
	void lazyBeanIsCalledThroughTheProxyThatItTurnsOutToHave() throws Exception {
		try (var context = start(ProxyingInterfaces.class, LazyProxiedConfiguration.class)) {
			handler(context, "lazy.onMessage(MessageCreate)")
				.handle(TestEvents.envelope(TestEvents.message("hi"), null));
			assertThat(calls).containsExactly("intercepted onMessage", "message hi");
			assertThatExceptionOfType(InvalidGatewayListenerException.class)
				.isThrownBy(() -> handler(context, "notOnInterface.onMessage(MessageCreate)")
					.handle(TestEvents.envelope(TestEvents.message("hi"), null)))
				.withMessageContaining("proxyTargetClass = true");
		}
	}

	@Test
	void beanWhoseTypeDoesNotTellIsRegisteredWhenItIsCreated() {
		try (var context = start(LazyObjectConfiguration.class)) {
			assertThat(handlers(context)).isEmpty();
			context.getBean("lazy");
			assertThat(handlers(context)).hasSize(1);
		}
	}

	@Test
	void singletonThatWasRegisteredAsAnObjectIsFound() throws Exception {
		Counting registered = new Counting();
		calls.clear();
		try (var context = start((starting) -> starting.getBeanFactory().registerSingleton("own", registered))) {
			handler(context, "own.onMessage(MessageCreate)")
				.handle(TestEvents.envelope(TestEvents.message("hi"), null));
			assertThat(calls).containsExactly("counted hi");
		}
	}

	@Test
	void factoryBeanAndWhatItMakesAreBothFound() throws Exception {
		try (var context = start(CountingFactory.class)) {
			context.getBean(Counting.class);
			assertThat(handlers(context)).extracting(EventHandler::id)
				.containsExactlyInAnyOrder("bean0.onMessage(MessageCreate)", "bean0.onGuild(GuildCreate)");
			handler(context, "bean0.onGuild(GuildCreate)").handle(TestEvents.envelope(TestEvents.guild(5), null));
			handler(context, "bean0.onMessage(MessageCreate)")
				.handle(TestEvents.envelope(TestEvents.message("hi"), null));
			assertThat(calls).containsExactly("created", "factory 5", "counted hi");
		}
	}

	/** As with the refresh scope of Spring Cloud. */
	@Test
	void beanInAScopeWithSyntheticProxiesIsCalledAndMadeAnewAfterARefresh() throws Exception {
		RefreshableScope scope = new RefreshableScope();
		try (var context = start((starting) -> starting.addBeanFactoryPostProcessor(scope),
				RefreshableConfiguration.class)) {
			assertThat(handlers(context)).extracting(EventHandler::id)
				.containsExactly("refreshable.onMessage(MessageCreate)");
			EventHandler handler = handlers(context).get(0);
			handler.handle(TestEvents.envelope(TestEvents.message("one"), null));
			scope.refresh();
			handler.handle(TestEvents.envelope(TestEvents.message("two"), null));
			assertThat(calls).containsExactly("created", "counted one", "created", "counted two");
			assertThat(handlers(context)).hasSize(1);
		}
	}

	@Test
	void scopedBeanIsCalledThroughItsScopedProxyAndRegisteredOnce() throws Exception {
		try (var context = start(ScopedConfiguration.class)) {
			EventHandler handler = handlers(context).get(0);
			handler.handle(TestEvents.envelope(TestEvents.message("one"), null));
			Thread other = new Thread(() -> {
				try {
					handler.handle(TestEvents.envelope(TestEvents.message("two"), null));
				}
				catch (Exception ex) {
					calls.add(ex.toString());
				}
			});
			other.start();
			other.join();
			assertThat(handlers(context)).hasSize(1);
			assertThat(calls).hasSize(4).startsWith("created");
			assertThat(calls).filteredOn((call) -> call.equals("created")).as("one for each thread").hasSize(2);
		}
	}

	@Test
	void prototypeIsRegisteredOnce() throws Exception {
		try (var context = start(PrototypeConfiguration.class)) {
			assertThat(handlers(context)).hasSize(1);
			assertThat(calls).isEmpty();
			context.getBean(Counting.class);
			assertThat(handlers(context)).hasSize(1);
			handlers(context).get(0).handle(TestEvents.envelope(TestEvents.message("hi"), null));
			handlers(context).get(0).handle(TestEvents.envelope(TestEvents.message("ho"), null));
			assertThat(calls).containsExactly("created", "created", "counted hi", "created", "counted ho");
		}
	}

	@Test
	void listenerOnAConfigurationClassIsFound() {
		try (var context = start(ListeningConfiguration.class)) {
			assertThat(handlers(context)).extracting(EventHandler::description)
				.containsExactly(ListeningConfiguration.class.getName() + ".onMessage(MessageCreate)");
		}
	}

	@Test
	void throwsWhatTheMethodThrowsAndWaitsForWhatItReturns() {
		try (var context = start(Failing.class)) {
			EventEnvelope envelope = TestEvents.envelope(TestEvents.message("hi"), null);
			assertThatIOException().isThrownBy(() -> handler(context, "throwing").handle(envelope))
				.withMessage("thrown");
			assertThatIOException().isThrownBy(() -> handler(context, "returning").handle(envelope))
				.withMessage("returned");
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> handler(context, "error").handle(envelope))
				.withMessage("an error");
		}
	}

	private static ThrowableAssertAlternative<InvalidGatewayListenerException> assertRefused(Class<?>... classes) {
		return assertThatExceptionOfType(InvalidGatewayListenerException.class)
			.isThrownBy(() -> start(classes).close());
	}

	private static AnnotationConfigApplicationContext start(Class<?>... classes) {
		return start((context) -> {
		}, classes);
	}

	private static AnnotationConfigApplicationContext start(Consumer<AnnotationConfigApplicationContext> prepare,
			Class<?>... classes) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		prepare.accept(context);
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("test", Map.of("names", "TWO, THREE", "prefix", "bot")));
		context.getBeanFactory().registerScope("thread", new SimpleThreadScope());
		context.register(Infrastructure.class);
		for (int i = 0; i < classes.length; i++) {
			context.registerBean("bean" + i, classes[i]);
		}
		try {
			context.refresh();
		}
		catch (RuntimeException ex) {
			context.close();
			throw ex;
		}
		return context;
	}

	private static List<EventHandler> handlers(AnnotationConfigApplicationContext context) {
		return context.getBean(GatewayListenerRegistry.class).handlers();
	}

	private static EventHandler handler(AnnotationConfigApplicationContext context, String id) {
		return handlers(context).stream().filter((handler) -> handler.id().equals(id)).findFirst().orElseThrow();
	}

	@Configuration(proxyBeanMethods = false)
	static class Infrastructure {

		@Bean
		static GatewayListenerAnnotationBeanPostProcessor postProcessor(
				ObjectProvider<GatewayListenerRegistry> registry) {
			return new GatewayListenerAnnotationBeanPostProcessor(registry::getObject, () -> TestEvents.LAZY);
		}

		@Bean
		GatewayListenerRegistry registry() {
			return new GatewayListenerRegistry();
		}

	}

	/** Makes a proxy of each test bean that says what it intercepts. */
	abstract static class Proxying implements BeanPostProcessor, Ordered {

		private final boolean classes;

		Proxying(boolean classes) {
			this.classes = classes;
		}

		@Override
		public int getOrder() {
			return 0;
		}

		@Override
		public Object postProcessAfterInitialization(Object bean, String beanName) {
			if (!Arrays.asList(bean.getClass().getInterfaces()).contains(Proxied.class)) {
				return bean;
			}
			ProxyFactory factory = new ProxyFactory(bean);
			factory.setProxyTargetClass(this.classes);
			factory.addAdvice((MethodInterceptor) (invocation) -> {
				calls.add("intercepted " + invocation.getMethod().getName());
				return invocation.proceed();
			});
			return factory.getProxy(bean.getClass().getClassLoader());
		}

	}

	static class ProxyingClasses extends Proxying {

		ProxyingClasses() {
			super(true);
		}

	}

	static class ProxyingInterfaces extends Proxying {

		ProxyingInterfaces() {
			super(false);
		}

	}

	/** Marks beans that get a proxy. */
	public interface Proxied {

		default void marker() {
		}

	}

	static class AnyVisibility {

		@GatewayListener
		public void onPublic(MessageCreate event) {
			calls.add("public " + event.message().content());
		}

		@GatewayListener
		protected void onProtected(MessageCreate event, ShardId shard) {
			calls.add("protected " + event.message().content() + " on " + shard);
		}

		@GatewayListener("MESSAGE_CREATE")
		void onPackage(String json) {
			calls.add("package " + json);
		}

		@GatewayListener
		private void onPrivate(MessageCreate event) {
			calls.add("private " + event.message().content());
		}

	}

	static class AnyVisibilityOnProxy implements Proxied {

		private final String prefix = String.valueOf("");

		@GatewayListener
		public void onPublic(MessageCreate event) {
			calls.add(this.prefix + "public " + event.message().content());
		}

		@GatewayListener
		protected void onProtected(MessageCreate event) {
			calls.add(this.prefix + "protected " + event.message().content());
		}

		@GatewayListener
		void onPackage(MessageCreate event) {
			calls.add(this.prefix + "package " + event.message().content());
		}

	}

	static class WithPlaceholders {

		@GatewayListener(events = { "ONE", "${names}" }, id = "${prefix}.withPlaceholders")
		void withId(RawEvent event) {
		}

		@GatewayListener
		void plain(RawEvent event, ShardId shard) {
		}

	}

	static class Ordering {

		@GatewayListener
		void last(MessageCreate event) {
		}

		@GatewayListener
		@Order(2)
		void second(MessageCreate event) {
		}

		@GatewayListener
		@Order(1)
		void first(MessageCreate event) {
		}

	}

	interface AnnotatedInterface {

		@GatewayListener
		void ofInterface(GuildCreate event);

	}

	static class Inherited {

		@GatewayListener
		public void inherited(MessageCreate event) {
		}

		@GatewayListener
		public void overridden(MessageCreate event) {
		}

	}

	static class Inheriting extends Inherited implements AnnotatedInterface {

		@Override
		public void overridden(MessageCreate event) {
		}

		@Override
		public void ofInterface(GuildCreate event) {
		}

	}

	/** A generic interface, of which a proxy has the erased method. */
	public interface GenericListener<E extends GatewayEvent> extends Proxied {

		/** Takes an event. */
		@GatewayListener
		void on(E event);

	}

	static class GuildListener implements GenericListener<GuildCreate>, Proxied {

		@Override
		public void on(GuildCreate event) {
			calls.add("guild " + event.guild().id());
		}

	}

	@Target(ElementType.METHOD)
	@Retention(RetentionPolicy.RUNTIME)
	@GatewayListener(events = { "READY", "RESUMED" })
	@interface OnSession {

		@AliasFor(annotation = GatewayListener.class)
		String id() default "";

	}

	static class MetaAnnotated {

		@OnSession(id = "meta")
		void onSession() {
		}

	}

	@GatewayListener("UNHEARD_OF")
	static class AnnotatedClass {

		public void onMessage(MessageCreate event) {
		}

		public void onRaw(RawEvent event) {
		}

		@GatewayListener(value = "READY", id = "own")
		public void own(RawEvent event) {
		}

		public void setName(String name) {
		}

		void notPublic(MessageCreate event) {
		}

		public static void isStatic(MessageCreate event) {
		}

	}

	/** What the bean has a proxy for. */
	public interface MessageListener extends Proxied {

		/** Takes a message. */
		void onMessage(MessageCreate event);

	}

	static class OnInterface implements MessageListener, Proxied {

		@Override
		@GatewayListener
		public void onMessage(MessageCreate event) {
			calls.add("message " + event.message().content());
		}

	}

	static class NotOnInterface implements Proxied {

		@GatewayListener
		public void onMessage(MessageCreate event) {
		}

	}

	static class PrivateOnProxy implements Proxied {

		@GatewayListener
		private void onMessage(MessageCreate event) {
		}

	}

	static class StaticOnProxy implements Proxied {

		@GatewayListener
		public static void onMessage(MessageCreate event) {
		}

	}

	static class FinalOnProxy implements Proxied {

		@GatewayListener
		public final void onMessage(MessageCreate event) {
		}

	}

	static class WrongSignature {

		@GatewayListener
		void onNumber(Integer number) {
		}

	}

	static class EmptyPlaceholder {

		@GatewayListener("${missing:}")
		void onText(String json) {
		}

	}

	static class SameId {

		@GatewayListener(id = "same")
		void first(MessageCreate event) {
		}

		@GatewayListener(id = "same")
		void second(MessageCreate event) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyConfiguration {

		@Bean
		@Lazy
		Counting lazy() {
			return new Counting();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyProxiedConfiguration {

		@Bean
		@Lazy
		OnInterface lazy() {
			return new OnInterface();
		}

		@Bean
		@Lazy
		NotOnInterface notOnInterface() {
			return new NotOnInterface();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyObjectConfiguration {

		@Bean
		@Lazy
		Object lazy() {
			return new Counting();
		}

	}

	static class CountingFactory implements FactoryBean<Counting> {

		@Override
		public Counting getObject() {
			return new Counting();
		}

		@Override
		public Class<?> getObjectType() {
			return Counting.class;
		}

		@GatewayListener
		void onGuild(GuildCreate event) {
			calls.add("factory " + event.guild().id());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RefreshableConfiguration {

		@Bean
		@Scope(scopeName = "refreshable", proxyMode = ScopedProxyMode.TARGET_CLASS)
		Counting refreshable() {
			return new Counting();
		}

	}

	/**
	 * Keeps its beans until a refresh, and marks the definitions of their proxies as
	 * synthetic.
	 */
	static class RefreshableScope extends SimpleThreadScope implements BeanFactoryPostProcessor {

		private final Map<String, Object> targets = new ConcurrentHashMap<>();

		@Override
		public Object get(String name, ObjectFactory<?> objectFactory) {
			return this.targets.computeIfAbsent(name, (missing) -> objectFactory.getObject());
		}

		void refresh() {
			this.targets.clear();
		}

		@Override
		public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
			beanFactory.registerScope("refreshable", this);
			for (String name : beanFactory.getBeanDefinitionNames()) {
				if (beanFactory.getBeanDefinition(name) instanceof RootBeanDefinition definition
						&& definition.getDecoratedDefinition() != null) {
					definition.setSynthetic(true);
				}
			}
		}

	}

	static class Counting {

		Counting() {
			if (getClass() == Counting.class) {
				calls.add("created");
			}
		}

		@GatewayListener
		public void onMessage(MessageCreate event) {
			calls.add("counted " + event.message().content());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ScopedConfiguration {

		@Bean
		@Scope(scopeName = "thread", proxyMode = ScopedProxyMode.TARGET_CLASS)
		Counting scoped() {
			return new Counting();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PrototypeConfiguration {

		@Bean
		@Scope("prototype")
		Counting prototype() {
			return new Counting();
		}

	}

	@Configuration
	static class ListeningConfiguration {

		@GatewayListener
		void onMessage(MessageCreate event) {
		}

	}

	static class Failing {

		@GatewayListener(id = "throwing")
		void throwing(MessageCreate event) throws IOException {
			throw new IOException("thrown");
		}

		@GatewayListener(id = "returning")
		Mono<Void> returning(MessageCreate event) {
			return Mono.error(new IOException("returned"));
		}

		@GatewayListener(id = "error")
		@Nullable Mono<Void> error(MessageCreate event) {
			throw new AssertionError("an error");
		}

	}

}
