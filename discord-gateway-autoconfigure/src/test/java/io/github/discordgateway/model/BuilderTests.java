package io.github.discordgateway.model;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.discordgateway.GatewayJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.Payloads;
import io.github.discordgateway.model.channel.Channel;
import io.github.discordgateway.model.channel.ChannelType;
import io.github.discordgateway.model.guild.Guild;
import io.github.discordgateway.model.guild.Member;
import io.github.discordgateway.model.interaction.Interaction;
import io.github.discordgateway.model.interaction.InteractionType;
import io.github.discordgateway.model.message.Message;
import io.github.discordgateway.model.message.MessageType;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

/**
 * Tests for the builders of records that tests make by hand.
 */
class BuilderTests {

	private static final Snowflake ID = Snowflake.of("1195486493425782814");

	private static final User ANN = User.builder(Snowflake.of(7), "ann").build();

	static Stream<Record> few() {
		return Stream.of(Message.builder(ID, Snowflake.of(2), ANN, "!ping").build(), ANN, Member.builder().build(),
				Guild.builder(Snowflake.of(3), "garden", Snowflake.of(7)).build(),
				Channel.builder(Snowflake.of(2), ChannelType.GUILD_TEXT).build(),
				Interaction.builder(ID, Snowflake.of(4), InteractionType.PING, "secret").build());
	}

	@Test
	void whatIsNotSetIsAsDiscordSendsItMostly() {
		Message message = Message.builder(ID, Snowflake.of(2), ANN, "!ping").build();
		assertThat(message.timestamp()).isEqualTo(ID.timestamp());
		assertThat(message.type()).isEqualTo(MessageType.DEFAULT);
		assertThat(message.mentions()).isEmpty();
		assertThat(message.referencedMessage().isPresent()).isFalse();
		assertThat(ANN.discriminator()).isEqualTo("0");
		assertThat(Member.builder().build().deaf()).isFalse();
	}

	@Test
	void aBuilderMayGoOn() {
		var builder = Message.builder(ID, Snowflake.of(2), ANN, "!ping");
		Message first = builder.build();
		assertThat(builder.content("!pong").build().content()).isEqualTo("!pong");
		assertThat(first.content()).isEqualTo("!ping");
	}

	@ParameterizedTest
	@MethodSource("few")
	void withOnlyTheFewItReadsBackEqualThroughAnyMapper(Record few) {
		assertThat(GatewayJson.read(few.getClass(), GatewayJson.write(few))).isEqualTo(few);
		for (JsonMapper mapper : List.of(Payloads.MAPPER, new JsonMapper())) {
			assertThat(mapper.readValue(mapper.writeValueAsString(few), few.getClass())).isEqualTo(few);
		}
	}

	@ParameterizedTest
	@MethodSource("few")
	void eachComponentHasASetterThatSetsItAlone(Record few) throws Exception {
		for (RecordComponent component : few.getClass().getRecordComponents()) {
			Method setter = setter(few, component);
			assertThat(setter.getGenericParameterTypes()).containsExactly(component.getGenericType());
			assertThat(isNullable(setter.getAnnotatedParameterTypes()[0])).as(setter.toString())
				.isEqualTo(isNullable(component.getAnnotatedType()));
			Object builder = mutate(few);
			Object value = other(component, few);
			assertThat(setter.invoke(builder, value)).isSameAs(builder);
			Record built = build(builder);
			for (RecordComponent each : few.getClass().getRecordComponents()) {
				Object expected = each.getName().equals(component.getName()) ? value : value(each, few);
				assertThat(value(each, built)).as("%s after %s", each, setter).isEqualTo(expected);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("few")
	void mutateKeepsAllComponents(Record few) throws Exception {
		assertThat(build(mutate(few))).isEqualTo(few);
		Object builder = mutate(few);
		for (RecordComponent component : few.getClass().getRecordComponents()) {
			setter(few, component).invoke(builder, other(component, few));
		}
		Record complete = build(builder);
		assertThat(build(mutate(complete))).isEqualTo(complete);
	}

	@Test
	void mutateTakesWhatDiscordHasLeftOut() {
		Message partial = GatewayJson.read(Message.class, "{\"id\": \"1\", \"channel_id\": \"2\"}");
		assertThat(partial.mutate().build()).isEqualTo(partial);
		assertThat(partial.mutate().content("!ping").build().content()).isEqualTo("!ping");
	}

	@ParameterizedTest
	@MethodSource("few")
	void listsAndMapsAreCopied(Record few) throws Exception {
		for (RecordComponent component : few.getClass().getRecordComponents()) {
			if (component.getType() == List.class) {
				List<Object> list = new ArrayList<>((Collection<?>) other(component, few));
				Object builder = mutate(few);
				setter(few, component).invoke(builder, list);
				list.clear();
				List<?> built = (List<?>) value(component, build(builder));
				assertThat(built).as(component.toString()).hasSize(1);
				assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> built.remove(0));
			}
			if (component.getType() == Map.class) {
				Map<Object, Object> map = new HashMap<>((Map<?, ?>) other(component, few));
				Object builder = mutate(few);
				setter(few, component).invoke(builder, map);
				map.clear();
				Map<?, ?> built = (Map<?, ?>) value(component, build(builder));
				assertThat(built).as(component.toString()).hasSize(1);
				assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(built::clear);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("few")
	void nullIsRefusedWhereItIsNotDocumented(Record few) throws Exception {
		for (RecordComponent component : few.getClass().getRecordComponents()) {
			Method setter = setter(few, component);
			if (isNullable(component.getAnnotatedType())) {
				setter.invoke(mutate(few), (Object) null);
			}
			else if (!component.getType().isPrimitive()) {
				refuses(setter, mutate(few), component.getName(), (Object) null);
			}
			if (component.getType() == List.class) {
				refuses(setter, mutate(few), component.getName(), Arrays.asList((Object) null));
			}
		}
		Method start = start(few);
		String[] names = Arrays.stream(few.getClass().getRecordComponents())
			.map(RecordComponent::getName)
			.toArray(String[]::new);
		Object[] arguments = Arrays.stream(start.getParameters()).map((parameter) -> {
			assertThat(names).contains(parameter.getName());
			return sample(parameter.getParameterizedType());
		}).toArray();
		for (int i = 0; i < arguments.length; i++) {
			Object[] incomplete = arguments.clone();
			incomplete[i] = null;
			refuses(start, null, start.getParameters()[i].getName(), incomplete);
		}
	}

	private static void refuses(Method method, @Nullable Object target, String component,
			@Nullable Object... arguments) {
		assertThatNullPointerException().as(method.toString()).isThrownBy(() -> {
			try {
				method.invoke(target, arguments);
			}
			catch (InvocationTargetException ex) {
				throw ex.getCause();
			}
		}).withMessageContaining(component).withMessageEndingWith("must not be null");
	}

	private static Method start(Record few) {
		return Arrays.stream(few.getClass().getMethods())
			.filter((method) -> method.getName().equals("builder") && Modifier.isStatic(method.getModifiers()))
			.findAny()
			.orElseThrow();
	}

	private static Object mutate(Record few) throws ReflectiveOperationException {
		return few.getClass().getMethod("mutate").invoke(few);
	}

	private static Record build(Object builder) throws ReflectiveOperationException {
		return (Record) builder.getClass().getMethod("build").invoke(builder);
	}

	private static Method setter(Record few, RecordComponent component) throws ReflectiveOperationException {
		return start(few).getReturnType().getMethod(component.getName(), component.getType());
	}

	private static boolean isNullable(AnnotatedElement type) {
		return type.isAnnotationPresent(Nullable.class);
	}

	private static @Nullable Object value(RecordComponent component, Record few) throws ReflectiveOperationException {
		return component.getAccessor().invoke(few);
	}

	/** A value that the component does not have yet. */
	private static Object other(RecordComponent component, Record few) throws ReflectiveOperationException {
		Object value = sample(component.getGenericType());
		Object other = (component.getType() == boolean.class) ? !(boolean) value(component, few) : value;
		assertThat(other).isNotEqualTo(value(component, few));
		return other;
	}

	private static Object sample(Type type) {
		if (type instanceof ParameterizedType parameterized) {
			Type[] arguments = parameterized.getActualTypeArguments();
			if (parameterized.getRawType() == Map.class) {
				return Map.of(sample(arguments[0]), sample(arguments[1]));
			}
			Object element = sample(arguments[0]);
			return (parameterized.getRawType() == Field.class) ? Field.of(element) : List.of(element);
		}
		Class<?> plain = (Class<?>) type;
		if (plain == String.class) {
			return "something";
		}
		if (plain == int.class || plain == Integer.class) {
			return 77;
		}
		if (plain == long.class) {
			return 88L;
		}
		if (plain == double.class) {
			return 0.5;
		}
		if (plain == boolean.class || plain == Boolean.class) {
			return true;
		}
		if (plain == Instant.class) {
			return Instant.EPOCH;
		}
		return sampleRecord(plain.isSealed() ? plain.getPermittedSubclasses()[0] : plain);
	}

	/** A record, whose components are null if they may be many. */
	private static Object sampleRecord(Class<?> type) {
		RecordComponent[] components = type.getRecordComponents();
		try {
			return type
				.getDeclaredConstructor(
						Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
				.newInstance(Arrays.stream(components).map((component) -> sample(component)).toArray());
		}
		catch (ReflectiveOperationException ex) {
			throw new AssertionError("No sample of " + type, ex);
		}
	}

	private static @Nullable Object sample(RecordComponent component) {
		boolean single = component.getDeclaringRecord().getRecordComponents().length == 1;
		return (single || component.getType().isPrimitive()) ? sample(component.getGenericType()) : null;
	}

}
