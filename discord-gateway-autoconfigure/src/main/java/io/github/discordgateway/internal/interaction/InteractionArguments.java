package io.github.discordgateway.internal.interaction;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.InteractionCreate;
import io.github.discordgateway.interaction.CommandTarget;
import io.github.discordgateway.interaction.InteractionResponder;
import io.github.discordgateway.interaction.ModalField;
import io.github.discordgateway.interaction.Selected;
import io.github.discordgateway.listener.EventForm;
import io.github.discordgateway.listener.GatewayExceptionHandler;
import io.github.discordgateway.listener.GatewayListenerArgumentResolver;
import io.github.discordgateway.listener.InvalidGatewayListenerException;
import io.github.discordgateway.model.channel.Channel;
import io.github.discordgateway.model.guild.Member;
import io.github.discordgateway.model.interaction.ApplicationCommandInteractionData;
import io.github.discordgateway.model.interaction.ApplicationCommandInteractionDataOption;
import io.github.discordgateway.model.interaction.Interaction;
import io.github.discordgateway.model.interaction.MessageComponentInteractionData;
import io.github.discordgateway.model.interaction.ModalSubmitInteractionData;
import io.github.discordgateway.model.message.Message;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Provides the arguments of methods that take interactions.
 */
public final class InteractionArguments implements GatewayListenerArgumentResolver {

	private final InteractionMethods methods;

	private final InteractionExchanges exchanges;

	private final Map<MethodParameter, Argument> arguments = new ConcurrentHashMap<>();

	/**
	 * Makes a provider.
	 * @param methods reads annotations
	 * @param exchanges has the responders
	 */
	public InteractionArguments(InteractionMethods methods, InteractionExchanges exchanges) {
		this.methods = methods;
		this.exchanges = exchanges;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		Method method = parameter.getMethod();
		if (method == null) {
			return false;
		}
		InteractionMethod found = this.methods.find(method, parameter.getContainingClass());
		Argument argument = null;
		if (found != null) {
			argument = argument(found, parameter);
		}
		else if (AnnotatedElementUtils.hasAnnotation(method, GatewayExceptionHandler.class)) {
			argument = ofExceptionHandler(parameter.getParameterType());
		}
		if (argument != null) {
			this.arguments.put(parameter, argument);
		}
		return argument != null;
	}

	@Override
	public EventForm form(MethodParameter parameter) {
		return EventForm.TYPED;
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, EventEnvelope envelope) throws Exception {
		Argument argument = this.arguments.get(parameter);
		return (argument != null && envelope.event() instanceof InteractionCreate created)
				? argument.of(created.interaction()) : null;
	}

	/** They take failures of other listeners, too, and then get {@code null}. */
	private @Nullable Argument ofExceptionHandler(Class<?> type) {
		if (type == Interaction.class) {
			return (interaction) -> interaction;
		}
		return (type == InteractionResponder.class) ? this.exchanges::responder : null;
	}

	private @Nullable Argument argument(InteractionMethod method, MethodParameter parameter) {
		parameter.initParameterNameDiscovery(OptionParameter.NAMES);
		String name = parameter.getParameterName();
		boolean slash = method.kind().isSlash();
		OptionParameter option = OptionParameter.of(method.listener(), parameter, name, this.methods);
		if (option != null) {
			require(slash, method, "@Option", "of a slash command");
			boolean complete = method.kind() == InteractionKind.SLASH_COMMAND;
			if (!complete && option.value().isPrimitive() && option.defaultValue().isEmpty()) {
				throw new InvalidGatewayListenerException(method.listener(), "takes the option '" + option.name()
						+ "' as a primitive, though it may not have been typed yet", "Let it be nullable.");
			}
			return (interaction) -> option.read(interaction, complete);
		}
		Class<?> type = parameter.getParameterType();
		if (slash && OptionParameter.isBundle(type)) {
			return bundle(method, type);
		}
		if (parameter.hasParameterAnnotation(CommandTarget.class)) {
			require(method.kind() == InteractionKind.USER_COMMAND || method.kind() == InteractionKind.MESSAGE_COMMAND,
					method, "@CommandTarget", "of a user or message command");
			InteractionValue value = value(method, parameter, "@CommandTarget");
			return (interaction) -> present(method, "target", value, target(interaction, value));
		}
		if (parameter.hasParameterAnnotation(Selected.class)) {
			require(method.kind() == InteractionKind.COMPONENT, method, "@Selected", "of a component");
			InteractionValue value = value(method, parameter, "@Selected");
			return (interaction) -> present(method, "selection", value, selected(interaction, value));
		}
		ModalField field = parameter.getParameterAnnotation(ModalField.class);
		if (field != null) {
			require(method.kind() == InteractionKind.MODAL, method, "@ModalField", "of a modal");
			return field(method, parameter,
					AnnotationUtils.synthesizeAnnotation(field, parameter.getAnnotatedElement()).customId(), name);
		}
		Argument variable = variable(method, parameter, name);
		return (variable != null) ? variable : ofInteraction(method, parameter);
	}

	private static void require(boolean fits, InteractionMethod method, String annotation, String what) {
		if (!fits) {
			throw new InvalidGatewayListenerException(method.listener(),
					"has a parameter with " + annotation + ", which is for a method " + what,
					"Remove it, or make it a method " + what + ".");
		}
	}

	private static InteractionValue value(InteractionMethod method, MethodParameter parameter, String annotation) {
		InteractionValue value = InteractionValue.of(parameter);
		if (value == null) {
			throw new InvalidGatewayListenerException(method.listener(),
					"has a parameter with " + annotation + " of the type "
							+ parameter.getGenericParameterType().getTypeName() + ", which cannot be made of it",
					annotation.equals("@CommandTarget") ? "Let it be a User, a Member or a PartialMessage."
							: "Let it be a type of Discord's objects, what Spring converts from text, or a List of such.");
		}
		return value;
	}

	private Argument bundle(InteractionMethod method, Class<?> type) {
		List<OptionParameter> options = OptionParameter.bundle(method.listener(), type, this.methods);
		Constructor<?> constructor = OptionParameter.constructor(type);
		ReflectionUtils.makeAccessible(constructor);
		boolean complete = method.kind() == InteractionKind.SLASH_COMMAND;
		return (interaction) -> {
			List<@Nullable Object> values = new ArrayList<>();
			for (OptionParameter option : options) {
				values.add(option.read(interaction, complete));
			}
			try {
				return constructor.newInstance(values.toArray());
			}
			catch (InvocationTargetException ex) {
				ReflectionUtils.rethrowException(ex.getTargetException());
				throw new IllegalStateException(ex);
			}
		};
	}

	private static @Nullable Object target(Interaction interaction, InteractionValue value) {
		ApplicationCommandInteractionData command = InteractionMethod.command(interaction);
		return (command != null && command.targetId() != null)
				? value.read(List.of(command.targetId().toString()), command.resolved()) : value.read(List.of(), null);
	}

	private static @Nullable Object selected(Interaction interaction, InteractionValue value) {
		return (interaction.data() instanceof MessageComponentInteractionData component)
				? value.read(component.values(), component.resolved()) : value.read(List.of(), null);
	}

	private static @Nullable Object present(InteractionMethod method, String what, InteractionValue value,
			@Nullable Object found) {
		if (found == null && !value.isNullable()) {
			throw new IllegalStateException("There is no " + what + " of the type " + value.element().getSimpleName()
					+ " for " + method.listener());
		}
		return found;
	}

	private Argument field(InteractionMethod method, MethodParameter parameter, String given, @Nullable String name) {
		String customId = this.methods.text(given);
		if (customId.isEmpty() && name == null) {
			throw new InvalidGatewayListenerException(method.listener(),
					"has a field without a name, and the names of parameters were not compiled in",
					"Name it, @ModalField(\"text\"), or compile with -parameters.");
		}
		String id = customId.isEmpty() ? String.valueOf(name) : customId;
		InteractionValue value = value(method, parameter, "@ModalField");
		return (interaction) -> {
			Object found = null;
			if (interaction.data() instanceof ModalSubmitInteractionData modal) {
				found = value.read(ModalFields.texts(modal.components(), id), modal.resolved());
			}
			return present(method, "field '" + id + "'", value, found);
		};
	}

	private static @Nullable Argument variable(InteractionMethod method, MethodParameter parameter,
			@Nullable String name) {
		boolean known = method.patterns().stream().anyMatch((pattern) -> pattern.variables().contains(name));
		InteractionValue value = known ? value(method, parameter, "the name of a variable") : null;
		if (value == null) {
			return null;
		}
		boolean always = method.patterns().stream().allMatch((pattern) -> pattern.variables().contains(name));
		if (!always && !value.isNullable()) {
			throw new InvalidGatewayListenerException(method.listener(),
					"takes the variable '" + name + "', which not all of its patterns have",
					"Let the parameter be nullable, or make it two methods.");
		}
		return (interaction) -> {
			String text = method.variables(interaction).get(name);
			return value.read((text != null) ? List.of(text) : List.of(), null);
		};
	}

	private @Nullable Argument ofInteraction(InteractionMethod method, MethodParameter parameter) {
		Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
		if (type == String.class && method.kind() == InteractionKind.AUTOCOMPLETE) {
			return InteractionArguments::typed;
		}
		if (type == String.class || type.isPrimitive() || Number.class.isAssignableFrom(type) || type.isEnum()) {
			throw new InvalidGatewayListenerException(method.listener(),
					"takes a " + type.getSimpleName() + ", and does not say of what",
					"Put @Option, @Selected or @ModalField on it, or name it like a variable of the custom_id"
							+ ((parameter.getParameterName() == null) ? " and compile with -parameters." : "."));
		}
		if (type == InteractionResponder.class) {
			return this.exchanges::responder;
		}
		Argument part = part(type);
		if (part == null) {
			return null;
		}
		if (parameter.getParameterType() == Optional.class) {
			return (interaction) -> Optional.ofNullable(part.of(interaction));
		}
		boolean nullable = parameter.isOptional();
		return (interaction) -> {
			Object found = part.of(interaction);
			if (found == null && !nullable) {
				throw new IllegalStateException("There is no " + type.getSimpleName() + " here for " + method.listener()
						+ ": let it be nullable, or the command be for guilds only");
			}
			return found;
		};
	}

	private static String typed(Interaction interaction) {
		ApplicationCommandInteractionData command = InteractionMethod.command(interaction);
		ApplicationCommandInteractionDataOption focused = (command != null) ? InteractionKey.focused(command) : null;
		return (focused != null && focused.value() != null) ? focused.value().asText() : "";
	}

	/** What every interaction may have. */
	private static @Nullable Argument part(Class<?> type) {
		if (type == Interaction.class) {
			return (interaction) -> interaction;
		}
		if (type == User.class) {
			return InteractionArguments::user;
		}
		if (type == Member.class) {
			return Interaction::member;
		}
		if (type == Channel.class) {
			return Interaction::channel;
		}
		if (type == Message.class) {
			return Interaction::message;
		}
		return (type == Locale.class) ? InteractionArguments::locale : null;
	}

	private static @Nullable User user(Interaction interaction) {
		Member member = interaction.member();
		return (member != null && member.user() != null) ? member.user() : interaction.user();
	}

	/** The user's, which every interaction but a ping has. */
	static Locale locale(Interaction interaction) {
		return (interaction.locale() != null) ? Locale.forLanguageTag(interaction.locale().value())
				: Locale.getDefault();
	}

	/** Gives the argument for one parameter. */
	@FunctionalInterface
	private interface Argument {

		@Nullable Object of(Interaction interaction) throws Exception;

	}

}
