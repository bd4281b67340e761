package io.github.discordgateway.internal.transport;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;

import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslOptions;

/**
 * How connections are encrypted, and whom they trust. The name of the server is always
 * compared with its certificate.
 */
public final class GatewayTls {

	private final TlsProvider provider;

	private final TlsTrust trust;

	private final @Nullable ReloadableSslContext context;

	private GatewayTls() {
		this.provider = TlsProvider.AUTO;
		this.trust = TlsTrust.JDK;
		this.context = null;
	}

	/**
	 * Sets TLS up.
	 * @param provider what encrypts
	 * @param trust whose authorities are trusted, unless the bundle has a trust store
	 * @param bundle own authorities, a certificate for the client, versions and ciphers;
	 * {@code null} for the usual ones
	 * @throws TlsConfigurationException when that does not work on this machine
	 */
	public GatewayTls(TlsProvider provider, TlsTrust trust, @Nullable SslBundle bundle) {
		this.provider = provider;
		this.trust = trust;
		this.context = new ReloadableSslContext(build(bundle));
	}

	/**
	 * For an application whose URLs are not encrypted: reading authorities takes time, so
	 * that it is left to the client, which trusts those of the JDK, if it is ever led to
	 * another URL.
	 * @return what leaves a client as it is
	 */
	public static GatewayTls leftToClient() {
		return new GatewayTls();
	}

	/**
	 * Encrypts the connections of a client to {@code https} and {@code wss} URLs.
	 * @param client connects
	 * @param handshakeTimeout the limit for a handshake
	 * @return a client that shares what {@link #reload} changes
	 */
	public HttpClient secure(HttpClient client, Duration handshakeTimeout) {
		ReloadableSslContext shared = this.context;
		return (shared != null) ? client.secure((spec) -> spec.sslContext(shared).handshakeTimeout(handshakeTimeout))
				: client;
	}

	/**
	 * Has new connections use other keys and authorities. Those that are open stay as
	 * they are.
	 * @param bundle what to use from now on
	 * @throws TlsConfigurationException when it does not work; all stays as it was
	 * @throws IllegalStateException when TLS is left to the client
	 */
	public void reload(SslBundle bundle) {
		if (this.context == null) {
			throw new IllegalStateException("TLS is left to the client, which has no bundle to exchange");
		}
		this.context.replace(build(bundle));
	}

	private SslContext build(@Nullable SslBundle bundle) {
		try {
			SslContextBuilder builder = SslContextBuilder.forClient()
				.sslProvider(this.provider.resolve())
				.endpointIdentificationAlgorithm("HTTPS");
			TrustManagerFactory trusted = trusted(bundle);
			TrustManager explaining = explaining(trusted);
			if (explaining != null) {
				builder.trustManager(explaining);
			}
			else {
				builder.trustManager(trusted);
			}
			if (bundle != null) {
				builder.keyManager(bundle.getManagers().getKeyManagerFactory());
				SslOptions options = bundle.getOptions();
				if (options.getEnabledProtocols() != null) {
					builder.protocols(options.getEnabledProtocols());
				}
				if (options.getCiphers() != null) {
					builder.ciphers(Arrays.asList(options.getCiphers()), SupportedCipherSuiteFilter.INSTANCE);
				}
			}
			return builder.build();
		}
		catch (SSLException | GeneralSecurityException ex) {
			throw new TlsConfigurationException("TLS cannot be set up: " + ex.getMessage(), ex);
		}
	}

	private TrustManagerFactory trusted(@Nullable SslBundle bundle) throws GeneralSecurityException {
		if (bundle != null && (bundle.getStores().getTrustStore() != null || this.trust == TlsTrust.JDK)) {
			return bundle.getManagers().getTrustManagerFactory();
		}
		KeyStore store = (this.trust == TlsTrust.SYSTEM) ? SystemTrustStore.load() : null;
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(store);
		return factory;
	}

	/**
	 * A manager that is not extended is wrapped by the JDK, which then compares the
	 * names: only extended ones may be wrapped here.
	 */
	private static @Nullable TrustManager explaining(TrustManagerFactory trusted) {
		for (TrustManager manager : trusted.getTrustManagers()) {
			if (manager instanceof X509ExtendedTrustManager extended) {
				return new ExplainingTrustManager(extended);
			}
		}
		return null;
	}

}
