package course.submit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A zip that a stranger made. Its directory is read here and not by {@code ZipFile}, which does not
 * tell a link from a file and refuses a whole zip for one entry with a password. Nothing is ever
 * written under a name that stands in it.
 */
final class Archive implements AutoCloseable {
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int END_64 = 0x06064b50;
    private static final int POINTER_64 = 0x07064b50;
    private static final int POINTER_64_LENGTH = 20;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LARGEST_DIRECTORY = 16 << 20;

    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int ENCRYPTED = 0x2041;
    private static final int UTF_8_NAMES = 0x800;
    private static final int TYPE = 0xF000;
    private static final int FILE = 0x8000;
    private static final int FOLDER = 0x4000;
    private static final int LINK = 0xA000;

    /** Text never packs so well; small files may, as they do no harm. */
    private static final int RATIO = 200;
    private static final int SMALL = 64 << 10;

    /**
     * A file in the zip.
     *
     * @param flaw why it must not be read
     */
    record Entry(String name, boolean folder, Optional<String> flaw, long size,
            Optional<Instant> time, Place place) {}

    /** Where an entry's bytes are, and what the directory says of them. */
    private record Place(long header, long packed, int method, long crc, byte[] name) {}

    private final FileChannel file;
    private final List<Entry> entries;
    private long directory;

    private Archive(FileChannel file, int most) throws IOException, Unreadable {
        this.file = file;
        this.entries = unambiguous(listed(most));
    }

    /** @param most entries that it may have */
    static Archive open(Path file, int most) throws Unreadable {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
            return new Archive(channel, most);
        } catch (IOException e) {
            close(channel);
            throw new Unreadable("cannot be read: " + e.getMessage());
        } catch (Unreadable e) {
            close(channel);
            throw e;
        }
    }

    private static void close(FileChannel channel) {
        try {
            if (channel != null) channel.close();
        } catch (IOException itWasOnlyRead) {
            // nothing is lost
        }
    }

    List<Entry> entries() {
        return entries;
    }

    @Override
    public void close() {
        close(file);
    }

    private List<Entry> listed(int most) throws IOException, Unreadable {
        long size = file.size();
        if (size == 0) throw new Unreadable("is empty");
        if (size < END_LENGTH) throw new Unreadable("is no zip");
        long from = Math.max(0, size - END_LENGTH - LONGEST_COMMENT);
        ByteBuffer tail = bytes(from, (int) (size - from));
        int end = tail.limit() - END_LENGTH;
        while (end >= 0 && !isEnd(tail, end)) end--;
        if (end < 0) throw new Unreadable("is no zip, or its end is missing");
        long count = tail.getShort(end + 10) & 0xFFFF;
        long length = tail.getInt(end + 12) & 0xFFFFFFFFL;
        directory = tail.getInt(end + 16) & 0xFFFFFFFFL;
        if (count == 0xFFFF || length == 0xFFFFFFFFL || directory == 0xFFFFFFFFL) {
            ByteBuffer large = end64(from + end);
            count = large.getLong(32);
            length = large.getLong(40);
            directory = large.getLong(48);
        }
        if (count > most || count < 0) {
            throw new Unreadable("has %d entries, at most %d are taken".formatted(count, most));
        }
        boolean within = directory >= 0 && length >= 0 && directory <= from + end - length;
        if (!within || length > LARGEST_DIRECTORY) throw broken();
        return entries(bytes(directory, (int) length), (int) count);
    }

    private static boolean isEnd(ByteBuffer tail, int at) {
        return tail.getInt(at) == END
                && at + END_LENGTH + (tail.getShort(at + 20) & 0xFFFF) == tail.limit();
    }

    private ByteBuffer end64(long end) throws IOException, Unreadable {
        if (end < POINTER_64_LENGTH) throw broken();
        ByteBuffer pointer = bytes(end - POINTER_64_LENGTH, POINTER_64_LENGTH);
        long at = pointer.getLong(8);
        if (pointer.getInt(0) != POINTER_64 || at < 0 || at > end - POINTER_64_LENGTH) {
            throw broken();
        }
        ByteBuffer record = bytes(at, 56);
        if (record.getInt(0) != END_64) throw broken();
        return record;
    }

    private static List<Entry> entries(ByteBuffer from, int count) throws Unreadable {
        List<Entry> entries = new ArrayList<>();
        while (from.hasRemaining()) {
            int at = from.position();
            if (from.remaining() < ENTRY_LENGTH || from.getInt(at) != ENTRY) throw broken();
            int name = from.getShort(at + 28) & 0xFFFF;
            int extra = from.getShort(at + 30) & 0xFFFF;
            int comment = from.getShort(at + 32) & 0xFFFF;
            int length = ENTRY_LENGTH + name + extra + comment;
            if (from.remaining() < length || entries.size() == count) throw broken();
            entries.add(entry(from, at, name, extra));
            from.position(at + length);
        }
        if (entries.size() != count) throw broken();
        return entries;
    }

    private static Entry entry(ByteBuffer from, int at, int nameLength, int extraLength)
            throws Unreadable {
        int flags = from.getShort(at + 8);
        int method = from.getShort(at + 10) & 0xFFFF;
        byte[] raw = slice(from, at + ENTRY_LENGTH, nameLength);
        ByteBuffer extra = ByteBuffer.wrap(slice(from, at + ENTRY_LENGTH + nameLength, extraLength))
                .order(ByteOrder.LITTLE_ENDIAN);
        long packed = from.getInt(at + 20) & 0xFFFFFFFFL;
        long size = from.getInt(at + 24) & 0xFFFFFFFFL;
        long header = from.getInt(at + 42) & 0xFFFFFFFFL;
        Optional<ByteBuffer> large = field(extra, 0x0001);
        if (large.isPresent()) {
            ByteBuffer values = large.get();
            if (size == 0xFFFFFFFFL) size = next(values);
            if (packed == 0xFFFFFFFFL) packed = next(values);
            if (header == 0xFFFFFFFFL) header = next(values);
        }
        int type = from.getInt(at + 38) >>> 16 & TYPE;
        String name = decoded(raw, (flags & UTF_8_NAMES) != 0);
        boolean folder = name.endsWith("/") || type == FOLDER;
        Optional<String> flaw = EntryName.flaw(name.replaceFirst("(?<=.)/$", ""))
                .or(() -> flaw(type, flags, method));
        Optional<Instant> time = time(extra).or(() -> dosTime(from.getInt(at + 12)));
        return new Entry(name, folder, flaw, size, time,
                new Place(header, packed, method, from.getInt(at + 16) & 0xFFFFFFFFL, raw));
    }

    private static Optional<String> flaw(int type, int flags, int method) {
        if (type == LINK) return Optional.of("is a link");
        if (type != 0 && type != FILE && type != FOLDER) return Optional.of("is a special file");
        if ((flags & ENCRYPTED) != 0) return Optional.of("is encrypted");
        if (method != STORED && method != DEFLATED) {
            return Optional.of("is packed in a way that is not read here (" + method + ")");
        }
        return Optional.empty();
    }

    /** Two names that are one on some disk leave open which of them is meant: neither is taken. */
    private static List<Entry> unambiguous(List<Entry> listed) {
        Map<String, Integer> files = new HashMap<>();
        Set<String> folders = new HashSet<>();
        for (Entry e : listed) {
            List<String> places = places(e);
            if (!e.folder()) files.merge(places.getLast(), 1, Integer::sum);
            folders.addAll(e.folder() ? places : places.subList(0, places.size() - 1));
        }
        List<Entry> entries = new ArrayList<>();
        for (Entry e : listed) {
            List<String> places = places(e);
            Optional<String> flaw = e.flaw();
            if (flaw.isEmpty() && files.getOrDefault(places.getLast(), 0) > 1) {
                flaw = Optional.of("is there more than once, perhaps in other letters");
            } else if (flaw.isEmpty()
                    && places.stream().anyMatch(p -> files.containsKey(p) && folders.contains(p))) {
                flaw = Optional.of("is, or is in, what is a file and a folder at once");
            }
            entries.add(new Entry(e.name(), e.folder(), flaw, e.size(), e.time(), e.place()));
        }
        return entries;
    }

    /** The folders above an entry and the entry itself, as a disk would tell them apart. */
    private static List<String> places(Entry e) {
        List<String> parts = EntryName.parts(EntryName.folded(e.name()));
        return IntStream.rangeClosed(1, parts.size())
                .mapToObj(n -> String.join("/", parts.subList(0, n)))
                .toList();
    }

    /** @param most bytes that it may have */
    byte[] read(Entry entry, long most) throws Unreadable {
        if (entry.flaw().isPresent()) throw new Unreadable(entry.flaw().get());
        if (entry.size() > most || entry.size() < 0) throw tooLarge(entry.size(), most);
        try {
            return unpacked(entry);
        } catch (IOException e) {
            throw new Unreadable("cannot be read: " + e.getMessage());
        }
    }

    static Unreadable tooLarge(long size, long most) {
        return new Unreadable("has %d bytes, at most %d are taken".formatted(size, most));
    }

    private byte[] unpacked(Entry entry) throws IOException, Unreadable {
        Place place = entry.place();
        long header = place.header();
        if (header < 0 || header > directory - LOCAL_LENGTH) throw broken();
        ByteBuffer local = bytes(header, LOCAL_LENGTH);
        if (local.getInt(0) != LOCAL) throw broken();
        int nameLength = local.getShort(26) & 0xFFFF;
        long from = header + LOCAL_LENGTH + nameLength + (local.getShort(28) & 0xFFFF);
        if (place.packed() < 0 || from > directory - place.packed()) throw broken();
        if (!Arrays.equals(bytes(header + LOCAL_LENGTH, nameLength).array(), place.name())) {
            throw new Unreadable("has two names");
        }
        byte[] content = place.method() == STORED
                ? stored(entry, from) : inflated(entry, from);
        CRC32 crc = new CRC32();
        crc.update(content);
        if (crc.getValue() != place.crc()) throw new Unreadable("is damaged (its checksum)");
        return content;
    }

    private byte[] stored(Entry entry, long from) throws IOException, Unreadable {
        if (entry.place().packed() != entry.size()) throw otherSize();
        return bytes(from, (int) entry.size()).array();
    }

    /** Ends as soon as there is more than was said, or more than can be true. */
    private byte[] inflated(Entry entry, long from) throws IOException, Unreadable {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] some = new byte[8192];
        long left = entry.place().packed();
        long at = from;
        try (Inflater inflater = new Inflater(true)) {
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    if (left == 0) throw otherSize();
                    int length = (int) Math.min(some.length, left);
                    inflater.setInput(bytes(at, length).array());
                    at += length;
                    left -= length;
                }
                int n = inflater.inflate(some);
                if (n == 0 && inflater.needsDictionary()) throw broken();
                content.write(some, 0, n);
                if (content.size() > entry.size()) throw otherSize();
                if (content.size() > SMALL
                        && content.size() / RATIO > inflater.getBytesRead()) {
                    throw new Unreadable("unpacks to more than %d times its size".formatted(RATIO));
                }
            }
            if (left + inflater.getRemaining() > 0) throw otherSize();
        } catch (DataFormatException e) {
            throw new Unreadable("is damaged (" + e.getMessage() + ")");
        }
        if (content.size() != entry.size()) throw otherSize();
        return content.toByteArray();
    }

    private static Unreadable otherSize() {
        return new Unreadable("has another size than it says");
    }

    private static Unreadable broken() {
        return new Unreadable("is a broken zip");
    }

    private ByteBuffer bytes(long from, int length) throws IOException, Unreadable {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) throw broken();
        }
        return bytes.flip();
    }

    private static byte[] slice(ByteBuffer from, int at, int length) {
        byte[] slice = new byte[length];
        from.get(at, slice);
        return slice;
    }

    /** One of the fields that may follow a name. */
    private static Optional<ByteBuffer> field(ByteBuffer extra, int id) {
        for (int at = 0; at + 4 <= extra.limit(); ) {
            int length = extra.getShort(at + 2) & 0xFFFF;
            if (at + 4 + length > extra.limit()) return Optional.empty();
            if ((extra.getShort(at) & 0xFFFF) == id) {
                return Optional.of(extra.slice(at + 4, length).order(ByteOrder.LITTLE_ENDIAN));
            }
            at += 4 + length;
        }
        return Optional.empty();
    }

    private static long next(ByteBuffer values) throws Unreadable {
        if (values.remaining() < Long.BYTES) throw broken();
        return values.getLong();
    }

    private static String decoded(byte[] name, boolean utf8) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
        } catch (CharacterCodingException e) {
            // what was no UTF-8 but should have been is seen by its replacement characters
            return new String(name, utf8 ? StandardCharsets.UTF_8 : ofOldZips());
        }
    }

    /** The first zips were made on the first PCs. */
    private static Charset ofOldZips() {
        return Charset.isSupported("IBM437")
                ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;
    }

    /** The time with its zone, which Unix tools add. */
    private static Optional<Instant> time(ByteBuffer extra) {
        return field(extra, 0x5455)
                .filter(f -> f.limit() >= 5 && (f.get(0) & 1) != 0)
                .map(f -> Instant.ofEpochSecond(f.getInt(1)));
    }

    /** The time that every entry has, on the clock of whoever packed it. */
    private static Optional<Instant> dosTime(int time) {
        try {
            return Optional.of(LocalDateTime.of(1980 + (time >>> 25), time >>> 21 & 15,
                            time >>> 16 & 31, time >>> 11 & 31, time >>> 5 & 63,
                            (time & 31) * 2)
                    .atZone(ZoneId.systemDefault()).toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
