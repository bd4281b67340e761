package io.github.discordgateway.autoconfigure;

import io.github.discordgateway.internal.compression.CompressionNotAvailableException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to do when zstd is asked for and missing.
 */
final class CompressionNotAvailableFailureAnalyzer extends AbstractFailureAnalyzer<CompressionNotAvailableException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, CompressionNotAvailableException cause) {
		return new FailureAnalysis("discord.gateway.compression is zstd-stream, but " + cause.getMessage() + ".",
				"Add the dependency com.github.luben:zstd-jni, in a version that supports this machine, or set "
						+ "discord.gateway.compression to auto, which takes zlib-stream instead.",
				cause);
	}

}
