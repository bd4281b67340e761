package io.github.discordgateway.listener;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.GatewayEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.expression.BeanFactoryResolver;
import org.springframework.core.NativeDetector;
import org.springframework.expression.Expression;
import org.springframework.expression.ParseException;
import org.springframework.expression.spel.SpelCompilerMode;
import org.springframework.expression.spel.SpelEvaluationException;
import org.springframework.expression.spel.SpelMessage;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.SpelParserConfiguration;
import org.springframework.expression.spel.ast.CompoundExpression;
import org.springframework.expression.spel.ast.FunctionReference;
import org.springframework.expression.spel.ast.Indexer;
import org.springframework.expression.spel.ast.MethodReference;
import org.springframework.expression.spel.ast.PropertyOrFieldReference;
import org.springframework.expression.spel.ast.StringLiteral;
import org.springframework.expression.spel.ast.VariableReference;
import org.springframework.expression.spel.standard.SpelExpression;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.StandardEvaluationContext;
import org.springframework.expression.spel.support.StandardTypeLocator;
import org.springframework.util.StringUtils;

/**
 * An expression over an event that tells whether a listener wants it. It is compiled once
 * it has been evaluated some times; when events of another type come, which the compiled
 * form cannot take, it is interpreted again ({@link SpelCompilerMode#MIXED};
 * {@link SpelCompilerMode#IMMEDIATE} would fail).
 */
final class ListenerCondition {

	/** What is said of something that an event does not have. */
	private static final Set<SpelMessage> ABSENT = EnumSet.of(SpelMessage.PROPERTY_OR_FIELD_NOT_READABLE,
			SpelMessage.PROPERTY_OR_FIELD_NOT_READABLE_ON_NULL, SpelMessage.METHOD_NOT_FOUND,
			SpelMessage.METHOD_CALL_ON_NULL_OBJECT_NOT_ALLOWED, SpelMessage.CANNOT_INDEX_INTO_NULL_VALUE);

	private static final Set<String> OF_THE_LANGUAGE = Set.of("root", "this");

	private static final Set<String> OF_THE_EVENT = Set.of("event", "envelope");

	/** In a native image no class can be made of an expression. */
	private static final SpelCompilerMode COMPILER = NativeDetector.inNativeImage() ? SpelCompilerMode.OFF
			: SpelCompilerMode.MIXED;

	private final String listener;

	private final String text;

	private final SpelExpressionParser parser;

	/** The expression, by the type of the event. */
	private final ConcurrentMap<Class<?>, Expression> expressions = new ConcurrentHashMap<>();

	private final StandardEvaluationContext shared;

	private final SpelNode root;

	/** The variables that the expression reads. */
	private final Set<String> variables;

	private final boolean readsEvent;

	private final boolean readsRaw;

	private final Map<String, ListenerArgument> parameters;

	private ListenerCondition(String listener, String text, SpelExpressionParser parser,
			StandardEvaluationContext shared, SpelNode root, References references,
			Map<String, ListenerArgument> parameters) {
		this.listener = listener;
		this.text = text;
		this.parser = parser;
		this.shared = shared;
		this.root = root;
		this.variables = references.variables;
		this.readsEvent = references.event;
		this.readsRaw = references.raw;
		this.parameters = parameters;
	}

	/**
	 * Reads an expression.
	 * @param listener the listener, for messages
	 * @param text the expression
	 * @param beanFactory has the beans that it may ask
	 * @return the condition
	 * @throws InvalidGatewayListenerException when it is not an expression
	 */
	static ListenerCondition parse(String listener, String text, ConfigurableListableBeanFactory beanFactory) {
		ClassLoader classLoader = beanFactory.getBeanClassLoader();
		SpelExpressionParser parser = new SpelExpressionParser(new SpelParserConfiguration(COMPILER, classLoader));
		SpelExpression expression;
		try {
			expression = parser.parseRaw(text);
		}
		catch (ParseException | IllegalStateException ex) {
			throw new InvalidGatewayListenerException(listener,
					"has the condition '" + text + "', which is no expression: " + ex.getMessage(),
					"Correct it, for example condition = \"#event.message.content.startsWith('!')\".", ex);
		}
		StandardEvaluationContext shared = new StandardEvaluationContext();
		shared.setBeanResolver(new BeanFactoryResolver(beanFactory));
		shared.setTypeLocator(new StandardTypeLocator(classLoader));
		References references = new References(listener, text);
		references.visit(expression.getAST(), true);
		return new ListenerCondition(listener, text, parser, shared, expression.getAST(), references, Map.of());
	}

	/**
	 * The same condition, with the arguments of the method for its variables.
	 * @param byName the arguments by the names of the parameters
	 * @return the condition
	 * @throws InvalidGatewayListenerException when there is a variable left
	 */
	ListenerCondition withParameters(Map<String, ListenerArgument> byName) {
		References references = new References(this.listener, this.text);
		references.event = this.readsEvent;
		references.raw = this.readsRaw;
		references.variables.addAll(this.variables);
		Map<String, ListenerArgument> used = new HashMap<>();
		for (String variable : this.variables) {
			ListenerArgument argument = byName.get(variable);
			if (argument != null) {
				used.put(variable, argument);
			}
			else if (!OF_THE_EVENT.contains(variable)) {
				Set<String> known = new TreeSet<>(byName.keySet());
				known.addAll(OF_THE_EVENT);
				known.addAll(OF_THE_LANGUAGE);
				throw new InvalidGatewayListenerException(this.listener,
						"has the condition '" + this.text + "' with the variable #" + variable + ", which there is not",
						"There are #" + String.join(", #", known) + ".");
			}
		}
		return new ListenerCondition(this.listener, this.text, this.parser, this.shared, this.root, references, used);
	}

	/**
	 * Refuses a condition that asks for what none of the events has.
	 * @param types the classes that the value of a variable may have, as far as they are
	 * known
	 * @throws InvalidGatewayListenerException when the condition can never be met
	 */
	void check(Map<String, Set<Class<?>>> types) {
		new ConditionTypes(this.listener, this.text, types).check(this.root);
	}

	/** Whether the decoded event is read, apart from parameters of the method. */
	boolean readsEvent() {
		return this.readsEvent;
	}

	/** Whether the event is read as it was sent, apart from parameters of the method. */
	boolean readsRaw() {
		return this.readsRaw;
	}

	/**
	 * Evaluates the condition.
	 * @param envelope the event
	 * @return whether it is true; {@code false} when it asks for something that the event
	 * does not have
	 * @throws Exception when it cannot be evaluated
	 */
	boolean matches(EventEnvelope envelope) throws Exception {
		StandardEvaluationContext context = new StandardEvaluationContext(envelope);
		this.shared.applyDelegatesTo(context);
		for (String variable : this.variables) {
			context.setVariable(variable, value(variable, envelope));
		}
		GatewayEvent event = envelope.event();
		Class<?> type = (event != null) ? event.getClass() : Void.class;
		Expression expression = this.expressions.get(type);
		if (expression == null) {
			expression = this.expressions.computeIfAbsent(type, (first) -> this.parser.parseRaw(this.text));
		}
		try {
			return Boolean.TRUE.equals(expression.getValue(context, Boolean.class));
		}
		catch (SpelEvaluationException ex) {
			if (ABSENT.contains(ex.getMessageCode()) && isAskedOfTheEvent(this.root, absentName(ex), true)) {
				return false;
			}
			throw ex;
		}
	}

	/**
	 * Whether what was not there is asked of the event everywhere in the expression. The
	 * failure does not tell where in it.
	 * @param node where to look
	 * @param name the property or method; {@code null} for an index
	 * @param chain whether the chain around it begins with the event, not with something
	 * else, such as a bean
	 * @return whether all parts of that name are asked of the event
	 */
	private static boolean isAskedOfTheEvent(SpelNode node, @Nullable String name, boolean chain) {
		boolean compound = node instanceof CompoundExpression;
		boolean asked = !compound ? chain
				: node.getChild(0) instanceof VariableReference || node.getChild(0) instanceof PropertyOrFieldReference;
		for (int i = 0; i < node.getChildCount(); i++) {
			if (!isAskedOfTheEvent(node.getChild(i), name, !compound || asked)) {
				return false;
			}
		}
		return asked || !isNamed(node, name);
	}

	private static boolean isNamed(SpelNode node, @Nullable String name) {
		if (node instanceof PropertyOrFieldReference property) {
			return property.getName().equals(name);
		}
		if (node instanceof MethodReference method) {
			return method.getName().equals(name);
		}
		return node instanceof Indexer && name == null;
	}

	private static @Nullable String absentName(SpelEvaluationException ex) {
		@Nullable Object @Nullable [] inserts = ex.getInserts();
		return (inserts != null && inserts.length > 0)
				? StringUtils.delimitedListToStringArray(String.valueOf(inserts[0]), "(")[0] : null;
	}

	private @Nullable Object value(String variable, EventEnvelope envelope) throws Exception {
		ListenerArgument parameter = this.parameters.get(variable);
		if (parameter != null) {
			Object value = parameter.resolve(envelope);
			return (value != ListenerArgument.ABSENT) ? value : null;
		}
		return variable.equals("event") ? envelope.event() : envelope;
	}

	/** What an expression reads. */
	private static final class References {

		private final String listener;

		private final String text;

		private final Set<String> variables = new HashSet<>();

		private boolean event;

		private boolean raw;

		References(String listener, String text) {
			this.listener = listener;
			this.text = text;
		}

		/**
		 * Looks for what is read.
		 * @param node a part of the expression
		 * @param whole whether its value is used as it is, not only a property of it
		 */
		void visit(SpelNode node, boolean whole) {
			if (node instanceof VariableReference) {
				variable(node.toStringAST().substring(1), whole);
			}
			else if (node instanceof FunctionReference) {
				throw new InvalidGatewayListenerException(this.listener,
						"has the condition '" + this.text + "', which calls a function, of which there are none",
						"Call a method of a bean, for example @settings.accepts(#event).");
			}
			else if (node instanceof PropertyOrFieldReference property) {
				name(property.getName());
			}
			else if (node instanceof MethodReference method) {
				name(method.getName());
			}
			else if (node instanceof StringLiteral literal) {
				name(String.valueOf(literal.getLiteralValue().getValue()));
			}
			for (int i = 0; i < node.getChildCount(); i++) {
				visit(node.getChild(i), !(node instanceof CompoundExpression) || i > 0);
			}
		}

		private void variable(String name, boolean whole) {
			if (name.equals("event")) {
				this.event = true;
			}
			else if (whole && (name.equals("envelope") || OF_THE_LANGUAGE.contains(name))) {
				this.event = true;
				this.raw = true;
			}
			if (!OF_THE_LANGUAGE.contains(name)) {
				this.variables.add(name);
			}
		}

		private void name(String name) {
			this.event |= name.equals("event");
			this.raw |= name.equals("raw");
		}

	}

}
