package io.github.discordgateway.internal.cluster;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.internal.shard.EventDelivery;
import io.github.discordgateway.internal.shard.ShardDriver;
import io.github.discordgateway.internal.shard.ShardWatcher;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The shards of one total that run here, each with where its events go.
 */
final class ShardSet {

	static final ShardSet NONE = new ShardSet(1, (lease, delivery) -> {
		throw new IllegalStateException("There is nowhere to connect yet");
	}, () -> {
		throw new IllegalStateException("Nobody takes events yet");
	});

	private static final Comparator<Member> BY_NUMBER = Comparator.comparing((member) -> member.shard().id());

	private final int total;

	private final BiFunction<ShardLease, EventDelivery, ShardDriver> maker;

	private final Supplier<SwitchableDelivery> deliveries;

	private final List<Member> members = new CopyOnWriteArrayList<>();

	private ShardSet(int total, BiFunction<ShardLease, EventDelivery, ShardDriver> maker,
			Supplier<SwitchableDelivery> deliveries) {
		this.total = total;
		this.maker = maker;
		this.deliveries = deliveries;
	}

	/**
	 * Makes a set without shards.
	 * @param total the number of shards of the bot
	 * @param url where they connect
	 * @param factory makes them
	 * @param delivery gets the events
	 * @param watcher told what happens to the shards
	 * @return the set
	 */
	static ShardSet of(int total, URI url, ShardFactory factory, EventDelivery delivery, ShardWatcher watcher) {
		return new ShardSet(total, (lease, target) -> factory.create(lease, url, target, watcher),
				() -> new SwitchableDelivery(delivery));
	}

	/**
	 * Makes the shards of a layout, which do nothing yet.
	 * @param layout which ones
	 * @param url where they connect
	 * @param factory makes them
	 * @param delivery gets the events
	 * @param watcher told what happens to the shards
	 * @return the shards
	 */
	static ShardSet of(ShardLayout layout, URI url, ShardFactory factory, EventDelivery delivery,
			ShardWatcher watcher) {
		ShardSet shards = of(layout.total(), url, factory, delivery, watcher);
		shards.add(layout.shards().stream().map(ShardLease::exclusive).toList(), NONE);
		return shards;
	}

	/**
	 * Adds shards, which do nothing yet.
	 * @param leases the right to run them
	 * @param predecessors whose settings of run time they take over, if there are any
	 * @return the new shards
	 */
	List<ShardDriver> add(List<ShardLease> leases, ShardSet predecessors) {
		List<Member> added = new ArrayList<>();
		for (ShardLease lease : leases) {
			SwitchableDelivery switchable = this.deliveries.get();
			Supplier<ShardDriver> factory = () -> this.maker.apply(lease, switchable);
			added.add(new Member(factory, switchable, factory.get()));
		}
		added.forEach((member) -> inherit(member.shard(), predecessors));
		this.members.addAll(added);
		this.members.sort(BY_NUMBER);
		return added.stream().map(Member::shard).toList();
	}

	/**
	 * Leaves a shard out that is not to run here any more.
	 * @param shard the shard
	 * @return whether it was there
	 */
	boolean remove(ShardDriver shard) {
		return this.members.removeIf((member) -> member.shard() == shard);
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
		for (Member member : this.members) {
			if (member.shard().id().number() == id) {
				return member.shard();
			}
		}
		throw new IllegalArgumentException("Shard " + id + " does not run here. These do: " + ids());
	}

	@Nullable ShardDriver find(ShardId id) {
		for (Member member : this.members) {
			if (member.shard().id().equals(id)) {
				return member.shard();
			}
		}
		return null;
	}

	/** Whether nothing of them runs any more. */
	boolean isOver() {
		return this.members.stream().allMatch((member) -> member.shard().snapshot().state().isFinal());
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
				Member next = new Member(member.maker(), member.delivery(), member.maker().get());
				next.shard().inherit(ended);
				this.members.set(i, next);
				return next.shard();
			}
		}
		throw new IllegalStateException("Shard " + ended.id() + " was replaced by somebody else");
	}

	/**
	 * Takes over what was set at run time on other shards, and the counts of those with
	 * the same number of the same total.
	 */
	void inherit(ShardSet predecessors) {
		this.members.forEach((member) -> inherit(member.shard(), predecessors));
	}

	private static void inherit(ShardDriver shard, ShardSet predecessors) {
		ShardDriver before = predecessors.find(shard.id());
		if (before != null) {
			shard.inherit(before);
		}
		else if (!predecessors.members.isEmpty()) {
			shard.inherit(predecessors.members.get(0).shard());
		}
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

	/** Switches where the events go, of each shard on its event loop. */
	Mono<Void> switchDelivery(BiConsumer<ShardId, SwitchableDelivery> change) {
		return each((member) -> {
			// What is thrown on an event loop would be told to nobody.
			AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
			return member.shard().execute(() -> {
				try {
					change.accept(member.shard().id(), member.delivery());
				}
				catch (Throwable ex) {
					failure.set(ex);
				}
			}).then(Mono.defer(() -> {
				Throwable thrown = failure.get();
				return (thrown != null) ? Mono.error(thrown) : Mono.empty();
			}));
		});
	}

	/** One that fails keeps the action from none of the others. */
	private Mono<Void> each(Function<Member, Mono<Void>> action) {
		return Flux.fromIterable(this.members)
			.flatMapDelayError((member) -> Mono.defer(() -> action.apply(member)), Integer.MAX_VALUE, 1)
			.then();
	}

	private record Member(Supplier<ShardDriver> maker, SwitchableDelivery delivery, ShardDriver shard) {
	}

}
