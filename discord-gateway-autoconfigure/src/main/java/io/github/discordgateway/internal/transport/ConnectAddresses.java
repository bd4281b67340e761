package io.github.discordgateway.internal.transport;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/**
 * Gives the addresses of a host less time than the whole connect has, as long as there is
 * another one to try. Reactor Netty tries them one after the other on new channels; what
 * it lacks is a limit for each.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/rfc8305">RFC 8305, Happy
 * Eyeballs</a>, which would try them side by side
 */
final class ConnectAddresses {

	private static final String NAME = "discord-gateway.connect";

	/** Long enough for a lost SYN, which is sent again after a second. */
	static final Duration MAX_PER_ADDRESS = Duration.ofSeconds(2);

	private ConnectAddresses() {
	}

	/**
	 * Marks the addresses after which another one is tried.
	 * @param addresses those of a host, in the order in which they are tried
	 * @param connectTimeout the limit for the whole connect
	 * @return the same addresses
	 */
	static List<SocketAddress> limit(List<? extends SocketAddress> addresses, Duration connectTimeout) {
		List<SocketAddress> limited = new ArrayList<>(addresses);
		Duration share = connectTimeout.dividedBy(Math.max(addresses.size(), 1));
		Duration limit = (share.compareTo(MAX_PER_ADDRESS) < 0) ? share : MAX_PER_ADDRESS;
		for (int i = 0; i < limited.size() - 1; i++) {
			if (limited.get(i) instanceof InetSocketAddress address && address.getAddress() != null) {
				limited.set(i, new LimitedAddress(address, Math.max((int) limit.toMillis(), 1)));
			}
		}
		return limited;
	}

	/**
	 * Has a new channel keep to the limit of the address that it connects to.
	 * @param channel the channel
	 */
	static void install(Channel channel) {
		channel.pipeline().addFirst(NAME, new ConnectLimit());
	}

	/** An address that has successors. */
	private static final class LimitedAddress extends InetSocketAddress {

		private static final long serialVersionUID = 1L;

		private final int limitMillis;

		private LimitedAddress(InetSocketAddress address, int limitMillis) {
			super(address.getAddress(), address.getPort());
			this.limitMillis = limitMillis;
		}

		/** The address as it would be without the limit. */
		private InetSocketAddress plain() {
			return new InetSocketAddress(getAddress(), getPort());
		}

	}

	private static final class ConnectLimit extends ChannelOutboundHandlerAdapter {

		@Override
		public void connect(ChannelHandlerContext context, SocketAddress remote, SocketAddress local,
				ChannelPromise promise) throws Exception {
			SocketAddress address = remote;
			if (remote instanceof LimitedAddress limited) {
				address = limited.plain();
				context.channel().config().setConnectTimeoutMillis(limited.limitMillis);
			}
			context.pipeline().remove(this);
			super.connect(context, address, local, promise);
		}

	}

}
