package io.github.discordgateway.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;

/**
 * An authority, and certificates that it issues, made for one test.
 */
public final class TestCertificates {

	private final X509Bundle authority;

	public TestCertificates(String name) throws Exception {
		this.authority = new CertificateBuilder().ecp256()
			.subject("CN=" + name)
			.setIsCertificateAuthority(true)
			.buildSelfSigned();
	}

	/** A certificate that is valid. */
	public X509Bundle issue(String host) throws Exception {
		return issue(host, Instant.now().plus(Duration.ofDays(1)));
	}

	/** A certificate that is valid for as long as is said. */
	public X509Bundle issue(String host, Instant notAfter) throws Exception {
		return new CertificateBuilder().ecp256()
			.subject("CN=" + host)
			.addSanDnsName(host)
			.notBefore(Instant.now().minus(Duration.ofDays(30)))
			.notAfter(notAfter)
			.buildIssuedBy(this.authority);
	}

	/** What a server shows. */
	public static SslContext server(X509Bundle certificate) throws Exception {
		return builder(certificate).build();
	}

	/** What a server shows that lets in who has a certificate of this authority. */
	public SslContext mutual(X509Bundle certificate) throws Exception {
		return builder(certificate).clientAuth(ClientAuth.REQUIRE)
			.trustManager(this.authority.getCertificate())
			.build();
	}

	private static SslContextBuilder builder(X509Bundle certificate) {
		return SslContextBuilder
			.forServer(certificate.getKeyPair().getPrivate(), certificate.getCertificatePathWithRoot())
			.sslProvider(SslProvider.JDK);
	}

	/** The authority's own certificate. */
	public X509Certificate certificate() {
		return this.authority.getCertificate();
	}

	/** The authority's own certificate. */
	public String pem() {
		return this.authority.getCertificatePEM();
	}

	/** The authority's own certificate, as a file. */
	public Path pem(Path directory) throws IOException {
		return Files.writeString(directory.resolve("authority.pem"), pem());
	}

}
