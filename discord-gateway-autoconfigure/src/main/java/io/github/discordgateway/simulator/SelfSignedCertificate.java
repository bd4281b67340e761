package io.github.discordgateway.simulator;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslStoreBundle;

/**
 * A certificate that is made on the spot, for {@code localhost} and {@code 127.0.0.1}, so
 * that tests of TLS need no files. It is valid for a day before and 30 days after.
 *
 * <pre>{@code
 * SelfSignedCertificate certificate = SelfSignedCertificate.create();
 * GatewaySimulator simulator = GatewaySimulator.builder().ssl(certificate.server()).build();
 * // clients trust it with certificate.client()
 * }</pre>
 */
public final class SelfSignedCertificate {

	private static final String ALIAS = "simulator";

	/** The store never leaves the process. */
	private static final String PASSWORD = "";

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private static final byte[] ECDSA_WITH_SHA256 = { 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 0x04, 0x03, 0x02 };

	private static final byte[] COMMON_NAME = { 0x55, 0x04, 0x03 };

	private static final byte[] SUBJECT_ALTERNATIVE_NAME = { 0x55, 0x1D, 0x11 };

	private final PrivateKey key;

	private final Certificate certificate;

	private SelfSignedCertificate(PrivateKey key, Certificate certificate) {
		this.key = key;
		this.certificate = certificate;
	}

	/**
	 * Makes a key and its certificate.
	 * @return the certificate
	 */
	public static SelfSignedCertificate create() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			KeyPair pair = generator.generateKeyPair();
			byte[] algorithm = sequence(element(0x06, ECDSA_WITH_SHA256));
			byte[] body = body(pair, algorithm);
			Signature signature = Signature.getInstance("SHA256withECDSA");
			signature.initSign(pair.getPrivate());
			signature.update(body);
			byte[] encoded = sequence(body, algorithm, element(0x03, new byte[1], signature.sign()));
			return new SelfSignedCertificate(pair.getPrivate(),
					CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JVM cannot make a certificate", ex);
		}
	}

	private static byte[] body(KeyPair pair, byte[] algorithm) {
		byte[] name = sequence(element(0x31, sequence(element(0x06, COMMON_NAME),
				element(0x0C, "Discord gateway simulator".getBytes(StandardCharsets.UTF_8)))));
		Instant now = Instant.now();
		byte[] validity = sequence(time(now.minus(Duration.ofDays(1))), time(now.plus(Duration.ofDays(30))));
		byte[] names = sequence(element(0x82, "localhost".getBytes(StandardCharsets.US_ASCII)),
				element(0x87, new byte[] { 127, 0, 0, 1 }));
		byte[] extensions = element(0xA3,
				sequence(sequence(element(0x06, SUBJECT_ALTERNATIVE_NAME), element(0x04, names))));
		byte[] version = element(0xA0, element(0x02, new byte[] { 2 }));
		byte[] serial = element(0x02, new BigInteger(62, new SecureRandom()).add(BigInteger.ONE).toByteArray());
		return sequence(version, serial, algorithm, name, validity, name, pair.getPublic().getEncoded(), extensions);
	}

	private static byte[] time(Instant instant) {
		return element(0x18, TIME.format(instant).getBytes(StandardCharsets.US_ASCII));
	}

	private static byte[] sequence(byte[]... parts) {
		return element(0x30, parts);
	}

	/** Writes tag, length and value, as DER has them. */
	private static byte[] element(int tag, byte[]... parts) {
		ByteArrayOutputStream value = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			value.writeBytes(part);
		}
		ByteArrayOutputStream element = new ByteArrayOutputStream();
		element.write(tag);
		int length = value.size();
		if (length < 0x80) {
			element.write(length);
		}
		else if (length < 0x100) {
			element.write(0x81);
			element.write(length);
		}
		else {
			element.write(0x82);
			element.write(length >> 8);
			element.write(length);
		}
		element.writeBytes(value.toByteArray());
		return element.toByteArray();
	}

	/**
	 * What the server needs: the key and the certificate.
	 * @return for {@link GatewaySimulatorBuilder#ssl(SslBundle)}
	 */
	public SslBundle server() {
		return bundle(store(true), null);
	}

	/**
	 * What a client needs, to trust this certificate and no other one.
	 * @return a bundle that trusts it
	 */
	public SslBundle client() {
		return bundle(null, store(false));
	}

	private KeyStore store(boolean withKey) {
		try {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(null, null);
			if (withKey) {
				store.setKeyEntry(ALIAS, this.key, PASSWORD.toCharArray(), new Certificate[] { this.certificate });
			}
			else {
				store.setCertificateEntry(ALIAS, this.certificate);
			}
			return store;
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException("This JVM cannot keep a certificate", ex);
		}
	}

	private static SslBundle bundle(@Nullable KeyStore keys, @Nullable KeyStore trusted) {
		return SslBundle.of(SslStoreBundle.of(keys, PASSWORD, trusted), SslBundleKey.of(PASSWORD, ALIAS));
	}

}
