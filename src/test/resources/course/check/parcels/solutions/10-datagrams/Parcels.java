import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;

void main() throws Exception {
    var all = new TreeMap<Integer, String>();
    try (var socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
        System.out.println("listening on 127.0.0.1 port " + socket.getLocalPort());
        byte[] room = new byte[2048];
        DatagramPacket packet = new DatagramPacket(room, room.length);
        while (true) {
            packet.setLength(room.length);
            socket.receive(packet);
            String reply = answer(room, packet.getLength(), all);
            byte[] bytes = reply.getBytes(UTF_8);
            socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
        }
    }
}

String answer(byte[] room, int length, Map<Integer, String> all) {
    if (length < 2) {
        String texts = String.join("", all.values());
        all.clear();
        return texts;
    }
    int number = (room[0] & 0xff) << 8 | room[1] & 0xff;
    all.put(number, new String(room, 2, length - 2, UTF_8));
    return number + ":" + all.get(number);
}
