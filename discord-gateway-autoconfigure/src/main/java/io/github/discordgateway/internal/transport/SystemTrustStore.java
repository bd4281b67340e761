package io.github.discordgateway.internal.transport;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The authorities that the operating system trusts. On Linux they are in a PEM file whose
 * place depends on the distribution; {@code SSL_CERT_FILE} names another, as it does for
 * OpenSSL. Windows and macOS have a key store for which the JDK has a type.
 */
final class SystemTrustStore {

	/** The places that Go's crypto/x509 looks at, which knows the distributions. */
	private static final List<Path> PEM_FILES = List.of(Path.of("/etc/ssl/certs/ca-certificates.crt"),
			Path.of("/etc/pki/tls/certs/ca-bundle.crt"), Path.of("/etc/ssl/ca-bundle.pem"),
			Path.of("/etc/pki/tls/cacert.pem"), Path.of("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"),
			Path.of("/etc/ssl/cert.pem"));

	private SystemTrustStore() {
	}

	static KeyStore load() {
		String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
		if (os.startsWith("windows")) {
			return ofType("Windows-ROOT");
		}
		if (os.startsWith("mac")) {
			return ofType("KeychainStore");
		}
		String named = System.getenv("SSL_CERT_FILE");
		return ofPemFile(pemFile((named != null && !named.isBlank()) ? Path.of(named) : null, PEM_FILES));
	}

	static Path pemFile(@Nullable Path named, List<Path> usual) {
		if (named != null) {
			return named;
		}
		return usual.stream()
			.filter(Files::isReadable)
			.findFirst()
			.orElseThrow(() -> new TlsConfigurationException(
					"the operating system's trusted authorities are at none of the usual places (" + usual
							+ "); the environment variable SSL_CERT_FILE may name the file",
					null));
	}

	static KeyStore ofPemFile(Path file) {
		try (InputStream input = new BufferedInputStream(Files.newInputStream(file))) {
			KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
			store.load(null, null);
			int number = 0;
			for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(input)) {
				store.setCertificateEntry("system-" + number++, certificate);
			}
			if (number == 0) {
				throw new TlsConfigurationException(file + " holds no certificate", null);
			}
			return store;
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new TlsConfigurationException(
					"the operating system's trusted authorities cannot be read from " + file + ": " + ex, ex);
		}
	}

	private static KeyStore ofType(String type) {
		try {
			KeyStore store = KeyStore.getInstance(type);
			store.load(null, null);
			return store;
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new TlsConfigurationException("the key store " + type + " cannot be read: " + ex, ex);
		}
	}

}
