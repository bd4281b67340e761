package io.github.discordgateway.internal.compression;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * Whether zstd-jni can be used. Found out once, by loading its native part, which is not
 * to be had for every machine: Alpine Linux, for example, has none of the C library that
 * it wants, and a directory for temporary files may forbid to run anything from it.
 */
final class ZstdLibrary {

	static final boolean PRESENT = ClassUtils.isPresent("com.github.luben.zstd.ZstdDecompressCtx",
			ZstdLibrary.class.getClassLoader());

	/** Why it cannot be used; null when it can. */
	static final @Nullable String PROBLEM = PRESENT ? load() : "com.github.luben:zstd-jni is not on the class path";

	private ZstdLibrary() {
	}

	private static @Nullable String load() {
		try {
			new ZstdPayloadStream(1).close();
			return null;
		}
		catch (LinkageError ex) {
			// Further lines tell of places that were tried after the one that counts.
			String reason = String.valueOf(ex.getMessage()).lines().findFirst().orElse("");
			return "the native part of com.github.luben:zstd-jni could not be loaded: " + reason;
		}
	}

}
