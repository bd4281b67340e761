package io.github.discordgateway.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.HttpExchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares each operation with Discord's own description of its HTTP API: path, verb,
 * parameters, the fields of bodies and those of answers.
 */
class OpenApiOperationsTests {

	private static final List<Class<?>> OPERATIONS = List.of(InteractionOperations.class, MessageOperations.class,
			ChannelOperations.class, CommandOperations.class, MemberOperations.class, BanOperations.class,
			RoleOperations.class, GuildOperations.class, WebhookOperations.class, UserOperations.class,
			ApplicationOperations.class);

	private static final JsonNode DESCRIPTION = read();

	private static JsonNode read() {
		try (InputStream json = OpenApiOperationsTests.class.getResourceAsStream("/openapi-operations.json")) {
			return JsonMapper.shared().readTree(Objects.requireNonNull(json));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void eachOperationIsOneOfDiscords() {
		List<String> unknown = operations().filter((operation) -> operation.description().isMissingNode())
			.map(Operation::toString)
			.toList();
		assertThat(operations()).hasSizeGreaterThan(85);
		assertThat(unknown).isEmpty();
	}

	@Test
	void pathVariablesAreThoseOfThePath() {
		assertThat(operations()).allSatisfy((operation) -> assertThat(operation.pathVariables())
			.containsExactlyInAnyOrderElementsOf(variables(operation.path())));
	}

	@Test
	void eachParameterIsOneOfDiscords() {
		Set<String> unknown = new TreeSet<>();
		Set<String> leftOut = new TreeSet<>();
		operations().forEach((operation) -> {
			Set<String> discords = new TreeSet<>();
			operation.description().path("parameters").forEach((name) -> discords.add(name.stringValue()));
			operation.parameters()
				.stream()
				.filter((name) -> !discords.contains(name))
				.forEach((name) -> unknown.add(operation + " " + name));
			discords.stream()
				.filter((name) -> !operation.parameters().contains(name))
				.forEach((name) -> leftOut.add(operation + " " + name));
		});
		assertThat(unknown).isEmpty();
		assertThat(String.join("\n", leftOut)).isEqualTo("""
				DELETE /webhooks/{applicationId}/{token}/messages/@original thread_id
				DELETE /webhooks/{applicationId}/{token}/messages/{messageId} thread_id
				GET /channels/{channelId}/messages/{messageId}/reactions/{emoji} type
				GET /webhooks/{applicationId}/{token}/messages/@original thread_id
				GET /webhooks/{applicationId}/{token}/messages/{messageId} thread_id
				PATCH /webhooks/{applicationId}/{token}/messages/@original thread_id
				PATCH /webhooks/{applicationId}/{token}/messages/@original with_components
				PATCH /webhooks/{applicationId}/{token}/messages/{messageId} thread_id
				PATCH /webhooks/{applicationId}/{token}/messages/{messageId} with_components
				POST /interactions/{interactionId}/{token}/callback with_response
				POST /webhooks/{applicationId}/{token} thread_id
				POST /webhooks/{applicationId}/{token} with_components""");
	}

	@Test
	void eachFieldOfABodyIsOneOfDiscords() {
		Set<String> unknown = new TreeSet<>();
		Comparison all = new Comparison();
		Set<String> without = new TreeSet<>();
		operations().forEach((operation) -> {
			JsonNode schema = operation.description().path("body");
			Type body = operation.body();
			if (body != null && !schema.isMissingNode()) {
				// A body is known to each operation that takes it, what is within it to
				// some.
				Comparison one = new Comparison();
				one.add(body, List.of(schema));
				one.unknown(one.outermost()).forEach((field) -> unknown.add(operation + " " + field));
				all.add(body, List.of(schema));
			}
			else if ((body != null) != !schema.isMissingNode()) {
				without.add(operation.toString());
			}
		});
		assertThat(without).as("whose body is null or an empty object")
			.isEqualTo(Set.of("DELETE /guilds/{guildId}/bans/{userId}"));
		assertThat(unknown).as("documented, and in the description of answers only")
			.isNotEmpty()
			.allMatch((field) -> field.endsWith("/commands CommandRequest.nsfw")
					|| field.endsWith("/commands/{commandId} EditCommand.nsfw"));
		assertThat(all.unknown()).isEqualTo(Set.of("CommandRequest.nsfw", "EditCommand.nsfw"));
		assertThat(all.leftOut()).isEqualTo("""
				AttachmentRequest: duration_secs is_remix is_spoiler title waveform
				Choices: allowed_mentions attachments components content custom_id eligible embeds flags \
				ineligible_reason ineligible_reason_description poll title tts
				CommandRequest: dm_permission handler id
				CreateBan: delete_message_days
				CreateChannel: default_tag_setting
				CreateDirectMessage: access_tokens nicks
				CreateForumPost: invitable type
				CreateMessage: shared_client_theme
				CreateRole: color
				CreateThread: applied_tags message
				Deferred: allowed_mentions attachments choices components content custom_id eligible embeds \
				ineligible_reason ineligible_reason_description poll title tts
				EditChannel: applied_tags archived auto_archive_duration default_tag_setting icon invitable \
				locked
				EditCommand: dm_permission handler
				EditGuild: home_header region
				EditMessage: choices custom_id eligible ineligible_reason ineligible_reason_description poll \
				sticker_ids title tts
				EditRole: color
				EditThread: available_tags bitrate default_auto_archive_duration default_forum_layout \
				default_reaction_emoji default_sort_order default_tag_setting \
				default_thread_rate_limit_per_user icon nsfw parent_id permission_overwrites position \
				rtc_region topic type user_limit video_quality_mode
				InteractionMessage: applied_tags avatar_url choices custom_id eligible ineligible_reason \
				ineligible_reason_description thread_name title username
				Modal: allowed_mentions attachments choices content eligible embeds flags ineligible_reason \
				ineligible_reason_description poll tts
				Post: poll shared_client_theme""");
	}

	@Test
	void eachFieldOfAnAnswerIsOneOfDiscords() {
		Comparison all = new Comparison();
		Set<String> without = new TreeSet<>();
		operations().filter((operation) -> operation.answer() != Void.class).forEach((operation) -> {
			JsonNode schema = operation.description().path("answer");
			boolean list = resolve(schema).stream().anyMatch((variant) -> variant.has("items"));
			if (schema.isMissingNode() || list != operation.returnsMany()) {
				without.add(operation.toString());
			}
			all.add(operation.answer(), List.of(schema));
		});
		assertThat(without).isEmpty();
		assertThat(all.unknown()).isEmpty();
		assertThat(all.leftOut()).isEqualTo("""
				ApplicationCommand: handler
				CommandChoice: name_localized
				CommandOption: description_localized name_localized
				Invite: friends_count is_contact is_nickname_changeable liveliness roles target_channel_id \
				target_message_id
				ThreadList: first_messages""");
	}

	/**
	 * The records of this package, and the properties of all schemas that their values
	 * may have. Those of the model have a comparison of their own.
	 */
	private static final class Comparison {

		private final Map<Class<?>, Map<String, List<JsonNode>>> properties = new LinkedHashMap<>();

		private void add(Type type, List<JsonNode> schemas) {
			if (type instanceof ParameterizedType list) {
				add(list.getActualTypeArguments()[0], schemas);
				return;
			}
			Class<?> raw = (Class<?>) type;
			if (!raw.getPackageName().equals(OpenApiOperationsTests.class.getPackageName())) {
				return;
			}
			if (raw.isSealed()) {
				Arrays.stream(raw.getPermittedSubclasses()).forEach((kind) -> add(kind, schemas));
				return;
			}
			Map<String, List<JsonNode>> found = new LinkedHashMap<>();
			schemas.stream()
				.flatMap((schema) -> resolve(schema).stream())
				.forEach((schema) -> schema.path("properties")
					.properties()
					.forEach((property) -> found.computeIfAbsent(property.getKey(), (key) -> new ArrayList<>())
						.add(property.getValue())));
			if (!raw.isRecord() || found.isEmpty()) {
				return;
			}
			Map<String, List<JsonNode>> known = this.properties.computeIfAbsent(raw, (key) -> new LinkedHashMap<>());
			boolean news = known.keySet().size() != union(known, found).size();
			found.forEach((name, values) -> known.computeIfAbsent(name, (key) -> new ArrayList<>()).addAll(values));
			if (news) {
				components(raw)
					.forEach((name, component) -> add(value(component), found.getOrDefault(name, List.of())));
			}
		}

		private static Set<String> union(Map<String, ?> one, Map<String, ?> other) {
			Set<String> union = new TreeSet<>(one.keySet());
			union.addAll(other.keySet());
			return union;
		}

		private static Map<String, Type> components(Class<?> type) {
			Map<String, Type> components = new LinkedHashMap<>();
			for (RecordComponent component : type.getRecordComponents()) {
				if (!component.getAccessor().isAnnotationPresent(JsonIgnore.class)) {
					components.put(wireName(component), component.getGenericType());
				}
			}
			return components;
		}

		private Class<?> outermost() {
			return this.properties.keySet().iterator().next();
		}

		private Set<String> unknown() {
			Set<String> unknown = new TreeSet<>();
			this.properties.keySet().forEach((type) -> unknown.addAll(unknown(type)));
			return unknown;
		}

		private Set<String> unknown(Class<?> type) {
			Set<String> unknown = new TreeSet<>();
			Map<String, List<JsonNode>> known = Objects.requireNonNull(this.properties.get(type));
			components(type).keySet()
				.stream()
				.filter((name) -> !known.containsKey(name))
				.forEach((name) -> unknown.add(type.getSimpleName() + "." + name));
			return unknown;
		}

		private String leftOut() {
			Set<String> lines = new TreeSet<>();
			this.properties.forEach((type, known) -> {
				Set<String> names = new TreeSet<>(known.keySet());
				names.removeAll(components(type).keySet());
				if (!names.isEmpty()) {
					lines.add(type.getSimpleName() + ": " + String.join(" ", names));
				}
			});
			return String.join("\n", lines);
		}

	}

	/** What a field or list holds; any class for what is not compared. */
	private static Type value(Type type) {
		if (type instanceof ParameterizedType parameterized) {
			return (parameterized.getRawType() == List.class) ? value(parameterized.getActualTypeArguments()[0])
					: String.class;
		}
		return type;
	}

	private static String wireName(RecordComponent component) {
		JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
		return (property != null) ? property.value()
				: PropertyNamingStrategies.SNAKE_CASE.nameForField(null, null, component.getName());
	}

	/** All schemas that a value may have, without lists around it. */
	private static List<JsonNode> resolve(JsonNode schema) {
		if (schema.has("$ref")) {
			String name = schema.get("$ref").stringValue();
			return resolve(DESCRIPTION.path("schemas").path(name.substring(name.lastIndexOf('/') + 1)));
		}
		List<JsonNode> resolved = new ArrayList<>(List.of(schema));
		for (String union : List.of("oneOf", "anyOf", "allOf")) {
			schema.path(union).forEach((variant) -> resolved.addAll(resolve(variant)));
		}
		if (schema.has("items")) {
			resolved.addAll(resolve(schema.get("items")));
		}
		return resolved;
	}

	private static Stream<Operation> operations() {
		return OPERATIONS.stream()
			.flatMap((type) -> Stream.of(type.getDeclaredMethods()))
			.filter((method) -> Modifier.isAbstract(method.getModifiers()))
			.map(Operation::of);
	}

	private static Set<String> variables(String path) {
		Set<String> variables = new TreeSet<>();
		for (String segment : path.split("/")) {
			if (segment.startsWith("{")) {
				variables.add(segment.substring(1, segment.length() - 1));
			}
		}
		return variables;
	}

	private static String normalized(String path) {
		return path.replaceAll("\\{[^}]*}", "{}");
	}

	/**
	 * One of our operations.
	 *
	 * @param method the method
	 * @param verb the HTTP method, in lower case
	 * @param path the path without parameters
	 * @param parameters the names of query parameters
	 */
	private record Operation(Method method, String verb, String path, Set<String> parameters) {

		static Operation of(Method method) {
			HttpExchange exchange = Objects
				.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(method, HttpExchange.class));
			String[] url = exchange.url().split("\\?");
			Set<String> parameters = new TreeSet<>();
			for (Parameter parameter : method.getParameters()) {
				RequestParam annotation = merged(parameter, RequestParam.class);
				if (annotation != null) {
					parameters.add(annotation.name());
				}
			}
			for (String constant : (url.length > 1) ? url[1].split("&") : new String[0]) {
				parameters.add(constant.substring(0, constant.indexOf('=')));
			}
			return new Operation(method, exchange.method().toLowerCase(Locale.ROOT), url[0], parameters);
		}

		private static <A extends java.lang.annotation.Annotation> @Nullable A merged(AnnotatedElement element,
				Class<A> type) {
			return AnnotatedElementUtils.findMergedAnnotation(element, type);
		}

		JsonNode description() {
			return DESCRIPTION.path("paths")
				.properties()
				.stream()
				.filter((path) -> normalized(path.getKey()).equals(normalized(this.path)))
				.map((path) -> path.getValue().path(this.verb))
				.filter((found) -> !found.isMissingNode())
				.findFirst()
				.orElse(DESCRIPTION.path("nothing"));
		}

		Set<String> pathVariables() {
			Set<String> variables = new TreeSet<>();
			for (Parameter parameter : this.method.getParameters()) {
				if (parameter.isAnnotationPresent(PathVariable.class)) {
					variables.add(parameter.getName());
				}
			}
			return variables;
		}

		@Nullable Type body() {
			return Arrays.stream(this.method.getParameters())
				.filter((parameter) -> parameter.isAnnotationPresent(RequestBody.class))
				.map(Parameter::getParameterizedType)
				.findFirst()
				.orElse(null);
		}

		Type answer() {
			return ((ParameterizedType) this.method.getGenericReturnType()).getActualTypeArguments()[0];
		}

		boolean returnsMany() {
			return this.method.getReturnType() == Flux.class;
		}

		@Override
		public String toString() {
			return this.verb.toUpperCase(Locale.ROOT) + " " + this.path;
		}

	}

}
