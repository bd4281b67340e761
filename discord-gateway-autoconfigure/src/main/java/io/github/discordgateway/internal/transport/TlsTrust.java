package io.github.discordgateway.internal.transport;

/**
 * Whose authorities are trusted to issue the certificates of servers.
 */
public enum TlsTrust {

	/** Those that come with the JDK, or that {@code javax.net.ssl.trustStore} names. */
	JDK,

	/** Those of the operating system, where a company's own one often is. */
	SYSTEM

}
