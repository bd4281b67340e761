package io.github.discordgateway.cluster;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.discordgateway.protocol.ShardId;
import io.github.discordgateway.shard.EventDelivery;
import io.github.discordgateway.shard.ShardDriver;
import io.github.discordgateway.shard.ShardWatcher;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The shards of one total that run here. When the total changes, the set is replaced.
 */
final class ShardSet {

	static final ShardSet NONE = new ShardSet(1, List.of());

	private final int total;

	private final List<Member> members;

	private ShardSet(int total, List<Member> members) {
		this.total = total;
		this.members = new CopyOnWriteArrayList<>(members);
	}

	/**
	 * Makes the shards of a layout, which do nothing yet.
	 * @param layout which ones
	 * @param url where they connect
	 * @param factory makes them
	 * @param listeners get the events
	 * @param silent whether the listeners get no events yet
	 * @param watcher told what happens to the shards
	 * @return the shards
	 */
	static ShardSet of(ShardLayout layout, URI url, ShardFactory factory, EventDelivery listeners, boolean silent,
			ShardWatcher watcher) {
		List<Member> members = new ArrayList<>();
		for (ShardId id : layout.shards()) {
			Outlet outlet = new Outlet(listeners, silent);
			Supplier<ShardDriver> maker = () -> factory.create(id, url, outlet, watcher);
			members.add(new Member(maker, outlet, maker.get()));
		}
		return new ShardSet(layout.total(), members);
	}

	int total() {
		return this.total;
	}

	List<ShardDriver> shards() {
		return this.members.stream().map(Member::shard).toList();
	}

	List<ShardId> ids() {
		return this.members.stream().map((member) -> member.shard().id()).toList();
	}

	/**
	 * One of the shards.
	 * @param id its number
	 * @return the shard
	 * @throws IllegalArgumentException when it is none of them
	 */
	ShardDriver shard(int id) {
		ShardDriver found = find(id);
		if (found == null) {
			throw new IllegalArgumentException("Shard " + id + " does not run here. These do: " + ids());
		}
		return found;
	}

	@Nullable ShardDriver find(int id) {
		for (Member member : this.members) {
			if (member.shard().id().id() == id) {
				return member.shard();
			}
		}
		return null;
	}

	/**
	 * Replaces a shard that has ended by a new one, which does nothing yet.
	 * @param ended the shard
	 * @return its successor
	 */
	ShardDriver renew(ShardDriver ended) {
		for (int i = 0; i < this.members.size(); i++) {
			Member member = this.members.get(i);
			if (member.shard() == ended) {
				Member next = new Member(member.maker(), member.outlet(), member.maker().get());
				next.shard().inherit(ended);
				this.members.set(i, next);
				return next.shard();
			}
		}
		throw new IllegalStateException("Shard " + ended.id() + " was replaced by somebody else");
	}

	/** Takes over what was set at run time on the shards of another total. */
	void inherit(ShardSet predecessors) {
		predecessors.members.stream()
			.findFirst()
			.ifPresent((first) -> this.members.forEach((member) -> member.shard().inherit(first.shard())));
	}

	void start() {
		this.members.forEach((member) -> member.shard().start());
	}

	void holdReading(boolean held) {
		this.members.forEach((member) -> member.shard().holdReading(held));
	}

	Mono<Void> drain(boolean keepSessions) {
		return each((member) -> member.shard().drain(keepSessions));
	}

	Mono<Void> stop(boolean keepSessions) {
		return each((member) -> member.shard().stop(keepSessions));
	}

	/** Changes where the events go, of each shard on its event loop. */
	Mono<Void> outlets(Consumer<Outlet> change) {
		return each((member) -> member.shard().execute(() -> change.accept(member.outlet())));
	}

	private Mono<Void> each(Function<Member, Mono<Void>> action) {
		return Flux.fromIterable(this.members).flatMap(action, Integer.MAX_VALUE).then();
	}

	private record Member(Supplier<ShardDriver> maker, Outlet outlet, ShardDriver shard) {
	}

}
