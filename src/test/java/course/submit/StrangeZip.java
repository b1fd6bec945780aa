package course.submit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A zip byte by byte, with entries that no decent tool would make. */
final class StrangeZip {
    static final int LINK = 0xA1FF;
    static final int DEVICE = 0x21B6;

    /**
     * What is written about an entry, true or not.
     *
     * @param local the name before the content; {@code name} is that of the directory
     */
    record Entry(byte[] name, byte[] local, byte[] packed, int method, int flags, int mode,
            long size, long crc) {
        static Entry of(String name, byte[] content) {
            CRC32 crc = new CRC32();
            crc.update(content);
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            return new Entry(bytes, bytes, deflated(content), 8, 0x800, 0x81A4, content.length,
                    crc.getValue());
        }

        Entry mode(int other) {
            return new Entry(name, local, packed, method, flags, other, size, crc);
        }

        Entry flags(int other) {
            return new Entry(name, local, packed, method, other, mode, size, crc);
        }

        Entry method(int other) {
            return new Entry(name, local, packed, other, flags, mode, size, crc);
        }

        Entry size(long other) {
            return new Entry(name, local, packed, method, flags, mode, other, crc);
        }

        Entry crc(long other) {
            return new Entry(name, local, packed, method, flags, mode, size, other);
        }

        Entry local(String other) {
            return new Entry(name, other.getBytes(StandardCharsets.UTF_8), packed, method, flags,
                    mode, size, crc);
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    private static byte[] deflated(byte[] content) {
        try (Deflater deflater = new Deflater(9, true)) {
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] some = new byte[8192];
            while (!deflater.finished()) packed.write(some, 0, deflater.deflate(some));
            return packed.toByteArray();
        }
    }

    StrangeZip with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8), e -> e);
    }

    StrangeZip with(String name, byte[] content, UnaryOperator<Entry> strange) {
        entries.add(strange.apply(Entry.of(name, content)));
        return this;
    }

    StrangeZip folder(String name) {
        return with(name, new byte[0], e -> e.mode(0x41ED));
    }

    byte[] bytes() {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (Entry e : entries) {
            int at = zip.size();
            zip.writeBytes(little(30).putInt(0x04034b50).putShort((short) 20)
                    .putShort((short) e.flags()).putShort((short) e.method()).putInt(0x58210000)
                    .putInt((int) e.crc()).putInt(e.packed().length).putInt((int) e.size())
                    .putShort((short) e.local().length).putShort((short) 0).array());
            zip.writeBytes(e.local());
            zip.writeBytes(e.packed());
            directory.writeBytes(little(46).putInt(0x02014b50).putShort((short) 0x0314)
                    .putShort((short) 20).putShort((short) e.flags()).putShort((short) e.method())
                    .putInt(0x58210000).putInt((int) e.crc()).putInt(e.packed().length)
                    .putInt((int) e.size()).putShort((short) e.name().length).putShort((short) 0)
                    .putShort((short) 0).putShort((short) 0).putShort((short) 0)
                    .putInt(e.mode() << 16).putInt(at).array());
            directory.writeBytes(e.name());
        }
        int at = zip.size();
        zip.writeBytes(directory.toByteArray());
        zip.writeBytes(little(22).putInt(0x06054b50).putInt(0)
                .putShort((short) entries.size()).putShort((short) entries.size())
                .putInt(directory.size()).putInt(at).putShort((short) 0).array());
        return zip.toByteArray();
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
