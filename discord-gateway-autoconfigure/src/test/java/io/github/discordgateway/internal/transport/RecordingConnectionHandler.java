package io.github.discordgateway.internal.transport;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.discordgateway.internal.compression.CorruptStreamException;
import io.netty.channel.EventLoop;

/**
 * Notes what it is told, and whether that happened on the event loop.
 */
final class RecordingConnectionHandler implements ConnectionHandler {

	private final EventLoop eventLoop;

	private final List<String> calls = new CopyOnWriteArrayList<>();

	private volatile Throwable problem;

	RecordingConnectionHandler(EventLoop eventLoop) {
		this.eventLoop = eventLoop;
	}

	/** How many calls there were when a read was complete. */
	private volatile int complete;

	/** All calls in their order, but for the ends of reads. */
	List<String> calls() {
		return this.calls;
	}

	/** Whether a read was complete after the last call. */
	boolean isReadComplete() {
		return this.complete == this.calls.size();
	}

	private void note(String call) {
		this.calls.add(this.eventLoop.inEventLoop() ? call : call + " on " + Thread.currentThread().getName());
	}

	@Override
	public void opened() {
		note("opened");
	}

	@Override
	public void received(byte[] buffer, int length) {
		note(new String(buffer, 0, length, StandardCharsets.UTF_8));
	}

	@Override
	public void readComplete() {
		this.complete = this.calls.size();
	}

	@Override
	public void broken(byte[] buffer, int length, String problem) {
		note("broken " + problem);
	}

	@Override
	public void corrupted(CorruptStreamException problem) {
		note("corrupted");
	}

	@Override
	public void closed(int code, String reason) {
		note("closed " + code + " " + reason);
	}

	/** What failed. */
	Throwable problem() {
		return this.problem;
	}

	@Override
	public void failed(Throwable problem) {
		this.problem = problem;
		note("failed");
	}

}
