package course.handout;

import course.script.Complaint;
import course.script.Course;
import course.script.Draft;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A folder as one file: of equal folders equal bytes, and what could be run can be run when it is
 * unpacked.
 */
public final class Zip {
    private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final int ENTRY = 0x02014b50;
    private static final int HEAD = 46;
    private static final int UNIX = 3 << 8;

    private Zip() {}

    /** @param name of the one folder that all of it is in */
    public static void write(Path folder, String name, Path file) {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = walk.filter(Files::isRegularFile)
                    .sorted((a, b) -> folder.relativize(a).toString()
                            .compareTo(folder.relativize(b).toString()))
                    .toList();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            List<Boolean> runnable = new ArrayList<>();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (Path one : files) {
                    String within = folder.relativize(one).toString().replace('\\', '/');
                    ZipEntry entry = new ZipEntry(name + "/" + within);
                    entry.setTimeLocal(TIME);
                    zip.putNextEntry(entry);
                    zip.write(Files.readAllBytes(one));
                    zip.closeEntry();
                    runnable.add(Files.isExecutable(one));
                }
            }
            Path place = file.toAbsolutePath();
            Files.createDirectories(place.getParent());
            Draft.replace(place, withRights(bytes.toByteArray(), runnable));
        } catch (IOException e) {
            throw Complaint.machine("cannot write " + Course.shown(file) + ": " + e.getMessage());
        }
    }

    /** The JDK writes no rights into a zip; they stand in the directory at its end. */
    private static byte[] withRights(byte[] zip, List<Boolean> runnable) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int at = bytes.getInt(zip.length - 6);
        for (boolean runs : runnable) {
            if (bytes.getInt(at) != ENTRY) throw new IllegalStateException("another kind of zip");
            bytes.putShort(at + 4, (short) (UNIX | bytes.getShort(at + 4) & 0xff));
            bytes.putInt(at + 38, (runs ? 0100755 : 0100644) << 16);
            at += HEAD + bytes.getShort(at + 28) + bytes.getShort(at + 30)
                    + bytes.getShort(at + 32);
        }
        return zip;
    }
}
