package io.github.discordgateway.internal.transport;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslProvider;
import org.jspecify.annotations.Nullable;

/**
 * What encrypts the connections.
 */
public enum TlsProvider {

	/**
	 * OpenSSL when {@code io.netty:netty-tcnative-*} is there and works, else the JDK.
	 */
	AUTO,

	/** The JDK. */
	JDK,

	/**
	 * OpenSSL, or BoringSSL, through {@code io.netty:netty-tcnative-*}: takes less time
	 * and memory for many connections.
	 */
	OPENSSL;

	SslProvider resolve() {
		return resolve(OpenSsl.isAvailable(), OpenSsl.unavailabilityCause());
	}

	SslProvider resolve(boolean openSsl, @Nullable Throwable unavailabilityCause) {
		if (this == OPENSSL && !openSsl) {
			throw new TlsConfigurationException("netty-tcnative, which brings OpenSSL, is missing or does not work here"
					+ ((unavailabilityCause != null) ? ": " + unavailabilityCause : ""), unavailabilityCause);
		}
		return (openSsl && this != JDK) ? SslProvider.OPENSSL : SslProvider.JDK;
	}

}
