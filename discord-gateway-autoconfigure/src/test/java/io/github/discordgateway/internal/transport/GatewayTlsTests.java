package io.github.discordgateway.internal.transport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;

import io.github.discordgateway.network.TestCertificates;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link GatewayTls} and what it is made from.
 */
class GatewayTlsTests {

	@TempDir
	Path directory;

	@Test
	void openSslIsUsedWhereItIs() {
		assertThat(TlsProvider.AUTO.resolve(true, null)).isEqualTo(SslProvider.OPENSSL);
		assertThat(TlsProvider.AUTO.resolve(false, null)).isEqualTo(SslProvider.JDK);
		assertThat(TlsProvider.JDK.resolve(true, null)).isEqualTo(SslProvider.JDK);
		assertThat(TlsProvider.OPENSSL.resolve(true, null)).isEqualTo(SslProvider.OPENSSL);
		assertThat(TlsProvider.AUTO.resolve()).isEqualTo(OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK);
	}

	@Test
	void openSslThatIsMissingIsToldWhenItWasAskedFor() {
		assertThatExceptionOfType(TlsConfigurationException.class)
			.isThrownBy(() -> TlsProvider.OPENSSL.resolve(false, new ClassNotFoundException("tcnative")))
			.withMessageContaining("netty-tcnative")
			.withMessageContaining("ClassNotFoundException: tcnative");
	}

	@Test
	void theAuthoritiesOfTheOperatingSystemAreInAPemFile() throws Exception {
		Path file = Files.writeString(this.directory.resolve("ca.pem"), "# What this machine trusts\n\n"
				+ new TestCertificates("One").pem() + "\n" + new TestCertificates("Two").pem() + "\n");
		KeyStore store = SystemTrustStore.ofPemFile(file);
		assertThat(store.size()).isEqualTo(2);
		assertThat(store.isCertificateEntry("system-0")).isTrue();
	}

	@Test
	void theFileIsTheNamedOneOrTheFirstUsualOne() throws Exception {
		Path there = Files.createFile(this.directory.resolve("there"));
		Path missing = this.directory.resolve("missing");
		assertThat(SystemTrustStore.pemFile(missing, List.of(there))).isEqualTo(missing);
		assertThat(SystemTrustStore.pemFile(null, List.of(missing, there))).isEqualTo(there);
		assertThatExceptionOfType(TlsConfigurationException.class)
			.isThrownBy(() -> SystemTrustStore.pemFile(null, List.of(missing)))
			.withMessageContaining(missing.toString())
			.withMessageContaining("SSL_CERT_FILE");
	}

	@Test
	void aFileWithoutAuthoritiesIsToldSo() throws Exception {
		Path empty = Files.createFile(this.directory.resolve("empty.pem"));
		assertThatExceptionOfType(TlsConfigurationException.class).isThrownBy(() -> SystemTrustStore.ofPemFile(empty))
			.withMessageContaining("holds no certificate");
		assertThatExceptionOfType(TlsConfigurationException.class)
			.isThrownBy(() -> SystemTrustStore.ofPemFile(this.directory.resolve("missing.pem")))
			.withMessageContaining("cannot be read");
	}

}
