package io.github.discordgateway.internal.codec;

import java.lang.reflect.Constructor;
import java.util.Objects;

import io.github.discordgateway.internal.protocol.FrameParser;
import io.github.discordgateway.internal.protocol.PropertyNames;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;

/**
 * Reads records where no code can be generated, as in a native image.
 */
final class ReflectiveRecordReader extends RecordReader {

	private final Constructor<?> constructor;

	/**
	 * Makes a reader.
	 * @param constructor the canonical constructor of the record
	 * @param names the names of its components' properties
	 * @param readers the readers of its components, filled before the reader is used
	 */
	ReflectiveRecordReader(Constructor<?> constructor, PropertyNames names, @Nullable ValueReader[] readers) {
		super(names, readers);
		this.constructor = constructor;
	}

	@Override
	Object readObject(FrameParser parser, ReadContext context) {
		@Nullable Object[] arguments = new @Nullable Object[this.constructor.getParameterCount()];
		for (int i = FrameParser.NO_PROPERTY; (i = parser.nextProperty(this.names, i)) != FrameParser.NO_PROPERTY;) {
			arguments[i] = Objects.requireNonNull(this.readers[i]).read(parser, context);
		}
		return BeanUtils.instantiateClass(this.constructor, arguments);
	}

}
