package io.github.discordgateway.internal.interaction;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.InteractionCreate;
import io.github.discordgateway.interaction.Reply;
import io.github.discordgateway.listener.GatewayExceptionHandler;
import io.github.discordgateway.listener.GatewayReturnValueHandler;
import io.github.discordgateway.listener.InvalidGatewayListenerException;
import io.github.discordgateway.model.interaction.InteractionType;
import io.github.discordgateway.rest.CommandChoice;
import io.github.discordgateway.rest.Modal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.MethodParameter;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ObjectUtils;

/**
 * Answers with what methods return: those that take interactions, and those that deal
 * with their failures.
 */
public final class InteractionAnswers implements GatewayReturnValueHandler {

	private final InteractionMethods methods;

	private final InteractionExchanges exchanges;

	/**
	 * Makes one.
	 * @param methods reads annotations
	 * @param exchanges sends answers
	 */
	public InteractionAnswers(InteractionMethods methods, InteractionExchanges exchanges) {
		this.methods = methods;
		this.exchanges = exchanges;
	}

	@Override
	public boolean supportsReturnType(MethodParameter returnType) {
		Method method = returnType.getMethod();
		if (method == null) {
			return false;
		}
		Class<?> value = value(ResolvableType.forMethodParameter(returnType));
		InteractionMethod found = this.methods.find(method, returnType.getContainingClass());
		if (found == null) {
			return isReply(value) && AnnotatedElementUtils.hasAnnotation(method, GatewayExceptionHandler.class);
		}
		boolean autocomplete = found.kind() == InteractionKind.AUTOCOMPLETE;
		if (value != Object.class && value != Void.class && !value.getName().equals("kotlin.Unit")
				&& !(autocomplete ? isChoice(value) : isReply(value))) {
			throw new InvalidGatewayListenerException(found.listener(), "returns a " + returnType
				.getGenericParameterType()
				.getTypeName() + ", which is no answer", autocomplete
						? "Let it return a List of CommandChoice, text, numbers or constants of an enum, or a Mono of such."
						: "Let it return text, a Reply, a Modal, a Mono, CompletionStage or Optional of these, or nothing.");
		}
		return true;
	}

	private static boolean isReply(Class<?> type) {
		return type == Reply.class || type == Modal.class || CharSequence.class.isAssignableFrom(type);
	}

	private static boolean isChoice(Class<?> type) {
		return type == CommandChoice.class || CharSequence.class.isAssignableFrom(type)
				|| Number.class.isAssignableFrom(type) || Enum.class.isAssignableFrom(type);
	}

	/** What is in the wrappers; {@link Object} when that is not known. */
	private static Class<?> value(ResolvableType type) {
		Class<?> raw = type.resolve(Object.class);
		if (raw.isArray()) {
			return value(type.getComponentType());
		}
		if (raw == Optional.class) {
			return value(type.getGeneric());
		}
		if (Collection.class.isAssignableFrom(raw)) {
			return value(type.asCollection().getGeneric());
		}
		if (CompletionStage.class.isAssignableFrom(raw)) {
			return value(type.as(CompletionStage.class).getGeneric());
		}
		ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(raw);
		if (adapter != null) {
			return adapter.isNoValue() ? Void.class : value(type.getGeneric());
		}
		return raw;
	}

	@Override
	public @Nullable Mono<Void> handleReturnValue(@Nullable Object value, MethodParameter returnType,
			EventEnvelope envelope) {
		Flux<Object> values = flatten(value);
		InteractionExchange exchange = (envelope.event() instanceof InteractionCreate created)
				? this.exchanges.responder(created.interaction()) : null;
		if (exchange == null) {
			return values.then();
		}
		if (exchange.interaction().type().equals(InteractionType.APPLICATION_COMMAND_AUTOCOMPLETE)) {
			return values.mapNotNull(new OfferedChoices(exchange.interaction())::choice)
				.take(OfferedChoices.MAX_CHOICES)
				.collectList()
				.flatMap(exchange::choices)
				.then();
		}
		return values.concatMap((answer) -> exchange.reply(reply(answer))).then();
	}

	private static Flux<Object> flatten(@Nullable Object value) {
		if (value == null) {
			return Flux.empty();
		}
		if (value instanceof Optional<?> optional) {
			return flatten(optional.orElse(null));
		}
		if (value instanceof Collection<?> several) {
			return Flux.fromIterable(several).concatMap(InteractionAnswers::flatten);
		}
		if (value.getClass().isArray()) {
			return flatten(Arrays.asList(ObjectUtils.toObjectArray(value)));
		}
		if (value instanceof CompletionStage<?> stage) {
			return Mono.fromFuture(stage.toCompletableFuture()).flatMapMany(InteractionAnswers::flatten);
		}
		ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(value.getClass());
		return (adapter != null) ? Flux.from(adapter.toPublisher(value)).concatMap(InteractionAnswers::flatten)
				: Flux.just(value);
	}

	private static Reply reply(Object value) {
		if (value instanceof Reply reply) {
			return reply;
		}
		if (value instanceof Modal modal) {
			return Reply.modal(modal);
		}
		if (value instanceof CharSequence text) {
			return Reply.of(text.toString());
		}
		throw new IllegalStateException("A " + value.getClass().getName() + " is no answer to an interaction");
	}

}
