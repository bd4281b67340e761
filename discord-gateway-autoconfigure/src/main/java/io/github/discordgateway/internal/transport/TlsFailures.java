package io.github.discordgateway.internal.transport;

import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import javax.net.ssl.SSLException;

import io.netty.handler.ssl.NotSslRecordException;
import org.jspecify.annotations.Nullable;

/**
 * Says why a TLS handshake failed: which certificate, and what to do.
 */
final class TlsFailures {

	private final @Nullable String bundle;

	TlsFailures(@Nullable String bundle) {
		this.bundle = bundle;
	}

	/**
	 * Explains a failure.
	 * @param server host and port
	 * @param host the host
	 * @param problem what was thrown
	 * @return the explanation; {@code null} when TLS is not to blame
	 */
	@Nullable ConnectFailure explain(String server, String host, Throwable problem) {
		if (find(problem, NotSslRecordException.class) != null) {
			return new ConnectFailure(server + " does not speak TLS",
					"Check the scheme: a gateway without TLS has a ws:// URL (discord.gateway.url), and a REST API an "
							+ "http:// URL (discord.gateway.api-url).",
					problem);
		}
		RefusedCertificateException refused = find(problem, RefusedCertificateException.class);
		if (refused != null) {
			return refused(server, host, refused, problem);
		}
		SSLException tls = find(problem, SSLException.class);
		if (tls == null) {
			return null;
		}
		return new ConnectFailure("the TLS handshake with " + server + " failed: " + tls.getMessage(),
				clientCertificate(), problem);
	}

	private ConnectFailure refused(String server, String host, RefusedCertificateException refused, Throwable problem) {
		X509Certificate certificate = refused.certificate();
		String shown = server + " showed a certificate that ";
		if (find(refused, CertificateExpiredException.class) != null) {
			return new ConnectFailure(shown + "has expired: " + describe(certificate),
					"Have the certificate renewed, and check the clock of this machine.", problem);
		}
		if (find(refused, CertificateNotYetValidException.class) != null) {
			return new ConnectFailure(shown + "is not valid yet: " + describe(certificate),
					"Check the clock of this machine.", problem);
		}
		if (isAboutTheName(refused)) {
			List<String> names = names(certificate);
			return new ConnectFailure(shown + "is not for " + host + ": " + describe(certificate),
					"Connect to a name that it is for" + (names.isEmpty() ? "" : " (" + String.join(", ", names) + ")")
							+ ", or have one issued for " + host
							+ ". Check discord.gateway.url and discord.gateway.api-url.",
					problem);
		}
		return new ConnectFailure(shown + "is not trusted: " + describe(certificate), untrusted(), problem);
	}

	private String untrusted() {
		if (this.bundle != null) {
			return "Add the authority that issued it to the trust store of the SSL bundle '" + this.bundle
					+ "', which discord.gateway.ssl.bundle names.";
		}
		return "Set discord.gateway.ssl.trust=system when the operating system trusts the authority that issued it, "
				+ "or discord.gateway.ssl.bundle to an SSL bundle (spring.ssl.bundle.*) with the authority in its "
				+ "trust store. Discord's own certificates are trusted without that: another one may come from a "
				+ "proxy that inspects TLS.";
	}

	private String clientCertificate() {
		String remedy = "A server that asks for a client's certificate needs a key store in the SSL bundle ";
		return remedy
				+ ((this.bundle != null) ? "'" + this.bundle + "', which discord.gateway.ssl.bundle names"
						: "that discord.gateway.ssl.bundle names")
				+ ", with a certificate that the server trusts; and both sides need a TLS version and a cipher in "
				+ "common.";
	}

	/** The JDK has no type for it. */
	private static boolean isAboutTheName(RefusedCertificateException refused) {
		String message = String.valueOf(refused.getMessage());
		return message.startsWith("No name matching") || message.startsWith("No subject alternative");
	}

	private static String describe(X509Certificate certificate) {
		return "subject " + certificate.getSubjectX500Principal() + ", issued by "
				+ certificate.getIssuerX500Principal() + ", valid from " + certificate.getNotBefore().toInstant()
				+ " to " + certificate.getNotAfter().toInstant();
	}

	private static List<String> names(X509Certificate certificate) {
		List<String> names = new ArrayList<>();
		try {
			Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
			if (alternatives != null) {
				alternatives.forEach((alternative) -> names.add(String.valueOf(alternative.get(1))));
			}
		}
		catch (CertificateParsingException ex) {
			names.clear();
		}
		return names;
	}

	private static <T extends Throwable> @Nullable T find(Throwable problem, Class<T> type) {
		for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return type.cast(cause);
			}
		}
		return null;
	}

}
