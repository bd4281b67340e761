package io.github.discordgateway.internal.codec;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.internal.protocol.FrameParser;
import io.github.discordgateway.internal.protocol.PropertyNames;
import io.github.discordgateway.model.TrueIfPresent;
import org.jspecify.annotations.Nullable;

import org.springframework.asm.ClassWriter;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;

/**
 * Writes the class of a {@link RecordReader}: a loop over the properties of an object, a
 * switch over those that are components of the record, a local variable for each, and a
 * call of the record's constructor. It is what one would write by hand, for every
 * component, and nobody has to.
 *
 * <p>
 * Generated as bytecode at start-up with the copy of ASM in Spring, as Spring itself
 * does, rather than as source at build time: the readers always fit the records, and an
 * IDE needs no build step. The alternative of method handles over an array of arguments
 * boxes each number and allocates the array for each record.
 */
final class RecordReaderGenerator {

	private static final String PARSER = Type.getInternalName(FrameParser.class);

	private static final String NAMES = Type.getDescriptor(PropertyNames.class);

	private static final String READER = Type.getInternalName(RecordReader.class);

	private static final String VALUE_READER = Type.getInternalName(ValueReader.class);

	private static final String SCALARS = Type.getInternalName(Scalars.class);

	private static final String CONTEXT = Type.getInternalName(ReadContext.class);

	private static final String ARGUMENTS = "(L" + PARSER + ";L" + CONTEXT + ";)";

	/** {@code this}, the parser, the context and the index of a property come first. */
	private static final int FIRST_VARIABLE = 4;

	/** The methods of {@link Scalars}, by the types that they read. */
	private static final Map<Class<?>, String> SCALAR_METHODS = Map.ofEntries(Map.entry(String.class, "text"),
			Map.entry(boolean.class, "bool"), Map.entry(Boolean.class, "boxedBool"), Map.entry(int.class, "integer"),
			Map.entry(Integer.class, "boxedInteger"), Map.entry(long.class, "whole"),
			Map.entry(Long.class, "boxedWhole"), Map.entry(double.class, "decimal"),
			Map.entry(Double.class, "boxedDecimal"), Map.entry(Snowflake.class, "snowflake"),
			Map.entry(Instant.class, "instant"));

	/** The same for all mappers, so that each is generated once in a process. */
	private static final ClassValue<Constructor<?>> GENERATED = new ClassValue<>() {
		@Override
		protected Constructor<?> computeValue(Class<?> record) {
			return define(record);
		}
	};

	private RecordReaderGenerator() {
	}

	/**
	 * Makes a reader.
	 * @param record a public record with a public canonical constructor
	 * @param names the names of their properties
	 * @param readers the readers of those components that no method of {@link Scalars}
	 * reads, by their indexes; filled before the reader is used
	 * @return a new instance
	 */
	static RecordReader generate(Class<?> record, PropertyNames names, @Nullable ValueReader[] readers) {
		try {
			return (RecordReader) GENERATED.get(record).newInstance(names, readers);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("Cannot make the generated reader of " + record, ex);
		}
	}

	/**
	 * Whether a component says only that its property is there.
	 * @param component the component of a record
	 * @return whether it is read so
	 */
	static boolean readsPresence(RecordComponent component) {
		return component.getAccessor().isAnnotationPresent(TrueIfPresent.class);
	}

	private static Constructor<?> define(Class<?> record) {
		List<Component> components = Arrays.stream(record.getRecordComponents()).map(Component::of).toList();
		ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
			@Override
			protected String getCommonSuperClass(String first, String second) {
				return "java/lang/Object";
			}
		};
		String name = RecordReader.class.getPackageName().replace('.', '/') + "/" + record.getSimpleName() + "Reader";
		writer.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, name, null, READER, null);
		writeConstructor(writer);
		writeReadObject(writer, record, components);
		writer.visitEnd();
		try {
			MethodHandles.Lookup defined = MethodHandles.lookup().defineHiddenClass(writer.toByteArray(), true);
			return defined.lookupClass().getDeclaredConstructor(PropertyNames.class, ValueReader[].class);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("Cannot generate a reader of " + record, ex);
		}
	}

	private static void writeConstructor(ClassWriter writer) {
		String arguments = "(" + NAMES + "[L" + VALUE_READER + ";)V";
		MethodVisitor code = writer.visitMethod(0, "<init>", arguments, null, null);
		code.visitCode();
		code.visitVarInsn(Opcodes.ALOAD, 0);
		code.visitVarInsn(Opcodes.ALOAD, 1);
		code.visitVarInsn(Opcodes.ALOAD, 2);
		code.visitMethodInsn(Opcodes.INVOKESPECIAL, READER, "<init>", arguments, false);
		code.visitInsn(Opcodes.RETURN);
		code.visitMaxs(0, 0);
		code.visitEnd();
	}

	private static void writeReadObject(ClassWriter writer, Class<?> type, List<Component> components) {
		MethodVisitor code = writer.visitMethod(0, "readObject", ARGUMENTS + "Ljava/lang/Object;", null, null);
		code.visitCode();
		int[] variables = declareVariables(code, components);
		Label loop = new Label();
		Label end = new Label();
		Label[] cases = Stream.generate(Label::new).limit(components.size()).toArray(Label[]::new);
		code.visitInsn(Opcodes.ICONST_M1);
		code.visitVarInsn(Opcodes.ISTORE, 3);
		code.visitLabel(loop);
		// index = parser.nextProperty(names, index)
		code.visitVarInsn(Opcodes.ALOAD, 1);
		code.visitVarInsn(Opcodes.ALOAD, 0);
		code.visitFieldInsn(Opcodes.GETFIELD, READER, "names", NAMES);
		code.visitVarInsn(Opcodes.ILOAD, 3);
		code.visitMethodInsn(Opcodes.INVOKEINTERFACE, PARSER, "nextProperty", "(" + NAMES + "I)I", true);
		code.visitInsn(Opcodes.DUP);
		code.visitVarInsn(Opcodes.ISTORE, 3);
		code.visitTableSwitchInsn(0, cases.length - 1, end, cases);
		for (int i = 0; i < cases.length; i++) {
			code.visitLabel(cases[i]);
			readComponent(code, components.get(i), i);
			code.visitVarInsn(Type.getType(components.get(i).type()).getOpcode(Opcodes.ISTORE), variables[i]);
			code.visitJumpInsn(Opcodes.GOTO, loop);
		}
		code.visitLabel(end);
		String record = Type.getInternalName(type);
		code.visitTypeInsn(Opcodes.NEW, record);
		code.visitInsn(Opcodes.DUP);
		for (int i = 0; i < variables.length; i++) {
			code.visitVarInsn(Type.getType(components.get(i).type()).getOpcode(Opcodes.ILOAD), variables[i]);
		}
		code.visitMethodInsn(Opcodes.INVOKESPECIAL, record, "<init>",
				Type.getMethodDescriptor(Type.VOID_TYPE,
						components.stream().map((component) -> Type.getType(component.type())).toArray(Type[]::new)),
				false);
		code.visitInsn(Opcodes.ARETURN);
		code.visitMaxs(0, 0);
		code.visitEnd();
	}

	private static int[] declareVariables(MethodVisitor code, List<Component> components) {
		int[] variables = new int[components.size()];
		int next = FIRST_VARIABLE;
		for (int i = 0; i < variables.length; i++) {
			Type type = Type.getType(components.get(i).type());
			variables[i] = next;
			next += type.getSize();
			switch (type.getSort()) {
				case Type.LONG -> code.visitInsn(Opcodes.LCONST_0);
				case Type.DOUBLE -> code.visitInsn(Opcodes.DCONST_0);
				case Type.INT, Type.BOOLEAN -> code.visitInsn(Opcodes.ICONST_0);
				default -> code.visitInsn(Opcodes.ACONST_NULL);
			}
			code.visitVarInsn(type.getOpcode(Opcodes.ISTORE), variables[i]);
		}
		return variables;
	}

	private static void readComponent(MethodVisitor code, Component component, int index) {
		String scalar = component.scalar();
		if (scalar != null) {
			code.visitVarInsn(Opcodes.ALOAD, 1);
			code.visitVarInsn(Opcodes.ALOAD, 2);
			code.visitMethodInsn(Opcodes.INVOKESTATIC, SCALARS, scalar,
					ARGUMENTS + Type.getDescriptor(component.type()), false);
			return;
		}
		code.visitVarInsn(Opcodes.ALOAD, 0);
		code.visitFieldInsn(Opcodes.GETFIELD, READER, "readers", "[L" + VALUE_READER + ";");
		code.visitIntInsn(Opcodes.SIPUSH, index);
		code.visitInsn(Opcodes.AALOAD);
		code.visitVarInsn(Opcodes.ALOAD, 1);
		code.visitVarInsn(Opcodes.ALOAD, 2);
		code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, VALUE_READER, "read", ARGUMENTS + "Ljava/lang/Object;", false);
		code.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(component.type()));
	}

	/**
	 * A component of a record.
	 *
	 * @param type its class
	 * @param scalar the method of {@link Scalars} that reads it; {@code null} when a
	 * {@link ValueReader} does
	 */
	private record Component(Class<?> type, @Nullable String scalar) {

		static Component of(RecordComponent component) {
			return new Component(component.getType(),
					readsPresence(component) ? "presence" : SCALAR_METHODS.get(component.getType()));
		}

	}

}
