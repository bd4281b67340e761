package io.github.discordgateway.internal.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;
import tools.jackson.databind.json.JsonMapper;

/**
 * The names that the properties of an object may have, and which of them came after which
 * the last time: objects of one kind are written in the same order, so that a name is
 * mostly the expected one, which costs a comparison. Some names that nobody looks for are
 * learned, too. May be used by any number of threads: what they learn at the same time is
 * only a guess.
 */
public final class PropertyNames {

	/** How many names are learned that nobody looks for. */
	private static final int MAX_FOREIGN = 16;

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private final PropertyNameMatcher matcher;

	/** Those that are looked for, then the foreign ones. */
	private final String[] names;

	/** As they are written, each with its quotes and the colon. */
	private final byte[][] written;

	/** The number of bytes of each as it is written. */
	private final int[] lengths;

	/** The first eight bytes of each. */
	private final long[] heads;

	/** Which of the first eight bytes belong to it. */
	private final long[] masks;

	/** The last eight bytes of each that has so many. */
	private final long[] tails;

	private final int count;

	/** The indexes of those that are looked for. */
	private final Map<String, Integer> indexes = new HashMap<>();

	private int foreign;

	/**
	 * By the index of a name, which one came next the last time; the first element is for
	 * the start of the object.
	 */
	private final AtomicIntegerArray followers;

	/** The same, for the time before that was another one: some are often left out. */
	private final AtomicIntegerArray alternatives;

	/**
	 * Makes a set of names.
	 * @param mapper makes the parsers that look for them
	 * @param names the names, in the order of their indexes; at least one, and none of
	 * them twice
	 */
	public PropertyNames(JsonMapper mapper, List<String> names) {
		this.matcher = mapper.tokenStreamFactory()
			.constructNameMatcher(names.stream().map(Named::fromString).toList(), false);
		this.count = names.size();
		int room = this.count + MAX_FOREIGN;
		this.names = names.toArray(new String[room]);
		this.written = new byte[room][];
		this.lengths = new int[room];
		this.heads = new long[room];
		this.masks = new long[room];
		this.tails = new long[room];
		for (int i = 0; i < this.count; i++) {
			put(i, names.get(i));
			this.indexes.put(names.get(i), i);
		}
		int[] order = IntStream.range(0, room + 1).map((index) -> index % this.count).toArray();
		this.followers = new AtomicIntegerArray(order);
		this.alternatives = new AtomicIntegerArray(order);
	}

	private void put(int index, String name) {
		byte[] bytes = ("\"" + name + "\":").getBytes(StandardCharsets.UTF_8);
		int length = bytes.length;
		this.names[index] = name;
		this.written[index] = bytes;
		this.lengths[index] = length;
		this.masks[index] = (length < Long.BYTES) ? (1L << (length * Byte.SIZE)) - 1 : -1;
		this.heads[index] = (long) LONGS.get(Arrays.copyOf(bytes, Math.max(length, Long.BYTES)), 0);
		if (length >= Long.BYTES) {
			this.tails[index] = (long) LONGS.get(bytes, length - Long.BYTES);
		}
	}

	PropertyNameMatcher matcher() {
		return this.matcher;
	}

	String name(int index) {
		return this.names[index];
	}

	/** The index of a name that is looked for; that of no property for another one. */
	int indexOf(String name) {
		return this.indexes.getOrDefault(name, FrameParser.NO_PROPERTY);
	}

	/** Whether nobody looks for a name, so that its value is to be skipped. */
	boolean isForeign(int index) {
		return index >= this.count;
	}

	/**
	 * Where a value starts, if a certain name comes before it.
	 * @return -1 when something else comes, or too little to be looked at in words
	 */
	int behind(int index, byte[] buffer, int start, int end) {
		int length = this.lengths[index];
		int value = start + length;
		if (value >= end || start + Long.BYTES > end
				|| ((long) LONGS.get(buffer, start) & this.masks[index]) != this.heads[index]) {
			return -1;
		}
		if (length > Long.BYTES && (long) LONGS.get(buffer, value - Long.BYTES) != this.tails[index]) {
			return -1;
		}
		if (length > 2 * Long.BYTES && !Arrays.equals(buffer, start, value, this.written[index], 0, length)) {
			return -1;
		}
		return value;
	}

	/** The name that came after another one the last time. */
	int after(int last) {
		return this.followers.getAcquire(last + 1);
	}

	/** The name that came after another one before that. */
	int alternative(int last) {
		return this.alternatives.getAcquire(last + 1);
	}

	void learn(int last, int index) {
		this.alternatives.setRelease(last + 1, after(last));
		this.followers.setRelease(last + 1, index);
	}

	/**
	 * Learns a foreign name, as long as there is room.
	 * @return its index; that of the name before when it is not learned
	 */
	synchronized int learn(int last, String name) {
		for (int i = this.count; i < this.count + this.foreign; i++) {
			if (name.equals(this.names[i])) {
				learn(last, i);
				return i;
			}
		}
		if (this.foreign == MAX_FOREIGN || !name.matches("\\w+")) {
			return last;
		}
		int index = this.count + this.foreign;
		put(index, name);
		this.foreign++;
		learn(last, index);
		return index;
	}

}
