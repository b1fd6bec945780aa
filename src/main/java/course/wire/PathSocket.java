package course.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A socket that calls the path of a UNIX-domain socket: Java has only channels for these, and a
 * {@link Peer} speaks to sockets.
 */
final class PathSocket extends Socket {
    private static final long GLANCE_NANOS = 2_000_000;
    private SocketChannel channel;
    private int room;
    private boolean closed;

    /** Where the queue of callers is full, no system lets one wait for so long and no longer. */
    @Override
    public void connect(SocketAddress server, int millis) throws IOException {
        long deadline = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        while (!connected(server)) {
            if (System.nanoTime() > deadline) {
                throw new SocketTimeoutException("the queue of callers stays full");
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }

    private boolean connected(SocketAddress server) throws IOException {
        channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            if (room > 0) channel.setOption(StandardSocketOptions.SO_RCVBUF, room);
            channel.configureBlocking(false);
            if (channel.connect(server)) {
                channel.configureBlocking(true);
                return true;
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return false;
    }

    @Override
    public void setReceiveBufferSize(int bytes) {
        room = bytes;
    }

    /** There is no Nagle without TCP. */
    @Override
    public void setTcpNoDelay(boolean on) {}

    /** Nor a reset on demand: whoever leaves unread what came breaks off by closing. */
    @Override
    public void setSoLinger(boolean on, int seconds) {}

    @Override
    public SocketAddress getLocalSocketAddress() {
        try {
            return channel.getLocalAddress();
        } catch (IOException closed) {
            return null;
        }
    }

    @Override
    public InputStream getInputStream() {
        return Channels.newInputStream(channel);
    }

    @Override
    public OutputStream getOutputStream() {
        return Channels.newOutputStream(channel);
    }

    @Override
    public void shutdownOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        if (channel != null) channel.close();
    }
}
