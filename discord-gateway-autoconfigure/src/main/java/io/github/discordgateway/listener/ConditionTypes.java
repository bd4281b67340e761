package io.github.discordgateway.listener;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.discordgateway.event.EventEnvelope;
import org.jspecify.annotations.Nullable;

import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.ast.CompoundExpression;
import org.springframework.expression.spel.ast.MethodReference;
import org.springframework.expression.spel.ast.Projection;
import org.springframework.expression.spel.ast.PropertyOrFieldReference;
import org.springframework.expression.spel.ast.Selection;
import org.springframework.expression.spel.ast.VariableReference;
import org.springframework.expression.spel.support.ReflectivePropertyAccessor;
import org.springframework.util.ClassUtils;

/**
 * Follows what a condition asks of an event through the classes of the model, and refuses
 * what none of them has. Where a class may have unknown subclasses it follows no further.
 */
final class ConditionTypes {

	private static final Set<Class<?>> ROOT = Set.of(EventEnvelope.class);

	private final String listener;

	private final String condition;

	private final Map<String, Set<Class<?>>> variables;

	/**
	 * Makes one for a condition.
	 * @param listener the listener, for messages
	 * @param condition the condition, for messages
	 * @param variables the classes that the value of a variable may have, as far as they
	 * are known
	 */
	ConditionTypes(String listener, String condition, Map<String, Set<Class<?>>> variables) {
		this.listener = listener;
		this.condition = condition;
		this.variables = variables;
	}

	/**
	 * Checks an expression.
	 * @param expression the expression
	 * @throws InvalidGatewayListenerException when it asks for something that never is
	 */
	void check(SpelNode expression) {
		follow(expression, ROOT, ROOT);
	}

	/**
	 * Follows a part of the expression.
	 * @param node the part
	 * @param target what it is asked of
	 * @param root what a name without a target is asked of
	 * @return the classes that its value may have; {@code null} when they are not known
	 */
	private @Nullable Set<Class<?>> follow(SpelNode node, @Nullable Set<Class<?>> target,
			@Nullable Set<Class<?>> root) {
		if (node instanceof CompoundExpression) {
			Set<Class<?>> types = root;
			for (int i = 0; i < node.getChildCount(); i++) {
				types = follow(node.getChild(i), types, root);
			}
			return types;
		}
		boolean elements = node instanceof Projection || node instanceof Selection;
		for (int i = 0; i < node.getChildCount(); i++) {
			Set<Class<?>> inner = elements ? null : root;
			follow(node.getChild(i), inner, inner);
		}
		if (node instanceof VariableReference variable) {
			return variable(variable.toStringAST().substring(1), root);
		}
		if (node instanceof PropertyOrFieldReference property && target != null) {
			return property(property.getName(), target);
		}
		if (node instanceof MethodReference method && target != null) {
			return method(method, target);
		}
		return null;
	}

	private @Nullable Set<Class<?>> variable(String name, @Nullable Set<Class<?>> root) {
		return switch (name) {
			case "root", "envelope" -> this.variables.getOrDefault(name, ROOT);
			case "this" -> root;
			default -> this.variables.get(name);
		};
	}

	private @Nullable Set<Class<?>> property(String name, Set<Class<?>> target) {
		if (target.equals(ROOT) && name.equals("event")) {
			return this.variables.get("event");
		}
		return member(name, target, (type) -> Stream.ofNullable(Properties.INSTANCE.type(name, type)));
	}

	private @Nullable Set<Class<?>> method(MethodReference reference, Set<Class<?>> target) {
		return member(reference.getName() + "()", target,
				(type) -> Stream.of(type.isInterface() ? Object.class : type, type)
					.flatMap((declaring) -> Arrays.stream(declaring.getMethods()))
					.filter((method) -> method.getName().equals(reference.getName()))
					.map(Method::getReturnType));
	}

	private @Nullable Set<Class<?>> member(String name, Set<Class<?>> target, Members members) {
		Set<Class<?>> types = new LinkedHashSet<>();
		target.forEach((type) -> addPossible(type, types));
		Set<Class<?>> found = new LinkedHashSet<>();
		boolean open = false;
		for (Class<?> type : types) {
			List<Class<?>> ofMember = members.types(type).toList();
			ofMember.forEach((value) -> found.add(ClassUtils.resolvePrimitiveIfNecessary(value)));
			open |= ofMember.isEmpty() && !isClosed(type);
		}
		if (open) {
			return null;
		}
		if (found.isEmpty()) {
			throw new InvalidGatewayListenerException(this.listener,
					"has the condition '" + this.condition + "', which asks for '" + name + "', which "
							+ types.stream().map(Class::getSimpleName).sorted().collect(Collectors.joining(", "))
							+ " never has",
					"Correct it: there are " + names(types) + ".");
		}
		return found;
	}

	/** A class or, of a sealed one, all that it permits. */
	private static void addPossible(Class<?> type, Set<Class<?>> types) {
		if (type.isSealed()) {
			for (Class<?> permitted : type.getPermittedSubclasses()) {
				addPossible(permitted, types);
			}
		}
		if (!type.isSealed() || !Modifier.isAbstract(type.getModifiers())) {
			types.add(type);
		}
	}

	/** Whether no value of a class has more than the class itself. */
	private static boolean isClosed(Class<?> type) {
		return type.isEnum() || (Modifier.isFinal(type.getModifiers()) && !type.isArray()) || type.isSealed();
	}

	private static String names(Set<Class<?>> types) {
		Set<String> names = new TreeSet<>();
		for (Class<?> type : types) {
			if (type.isRecord()) {
				Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).forEach(names::add);
			}
			else {
				Arrays.stream(type.getMethods())
					.filter((method) -> method.getDeclaringClass() != Object.class)
					.forEach((method) -> names.add(method.getName() + "()"));
			}
		}
		return String.join(", ", names);
	}

	/** Finds the types of a member, none when a class lacks it. */
	private interface Members {

		Stream<Class<?>> types(Class<?> type);

	}

	/** Finds properties as expressions do. */
	private static final class Properties extends ReflectivePropertyAccessor {

		static final Properties INSTANCE = new Properties();

		@Nullable Class<?> type(String name, Class<?> type) {
			Method getter = findGetterForProperty(name, type, false);
			if (getter != null) {
				return getter.getReturnType();
			}
			Field field = findField(name, type, false);
			return (field != null) ? field.getType() : null;
		}

	}

}
