package io.github.discordgateway.internal.transport;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

/**
 * A server's certificate was not accepted.
 */
final class RefusedCertificateException extends CertificateException {

	private static final long serialVersionUID = 1L;

	private final X509Certificate certificate;

	RefusedCertificateException(X509Certificate certificate, CertificateException reason) {
		super(reason.getMessage(), reason);
		this.certificate = certificate;
	}

	X509Certificate certificate() {
		return this.certificate;
	}

}
