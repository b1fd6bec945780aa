package course.check;

import course.script.Complaint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A folder of files that the program and the check share; beside it lies what is none of them. */
public final class Folder {
    private static final String NAME = "share";

    private final Trial trial;
    private final Path around;
    private final Path folder;

    Folder(Trial trial, Path around) {
        this.trial = trial;
        this.around = around;
        this.folder = around.resolve(NAME);
        try {
            Files.createDirectory(folder);
        } catch (IOException e) {
            throw Complaint.machine("cannot make a folder: " + e.getMessage());
        }
    }

    Path around() {
        return around;
    }

    /** As the program is told it. */
    public String path() {
        return folder.toString();
    }

    /** Where it lies means nothing to whoever reads the story. */
    List<String> told(List<String> arguments) {
        return arguments.stream().map(a -> a.replace(around + "/", "")).toList();
    }

    /** Puts a file there. */
    public Folder holds(String name, byte[] bytes) {
        trial.story().step("the check", "puts a file \"" + name + "\" of " + bytes.length
                + " bytes into the folder");
        return written(folder.resolve(name), bytes);
    }

    /** Puts a folder there, which is no file. */
    public Folder holdsFolder(String name) {
        trial.story().step("the check", "puts a folder \"" + name + "\" into the folder");
        try {
            Files.createDirectory(folder.resolve(name));
            return this;
        } catch (IOException e) {
            throw Complaint.machine("cannot make a folder: " + e.getMessage());
        }
    }

    /** Puts a file beside the folder, where the program may read, and should not. */
    public Folder isBeside(String name, byte[] bytes) {
        trial.story().step("the check", "puts a file \"" + name + "\" beside the folder");
        return written(around.resolve(name), bytes);
    }

    /** Puts a symbolic link there, to a file beside the folder. */
    public Folder holdsLink(String name, String beside) {
        trial.story().step("the check", "puts a link \"" + name + "\" to ../" + beside
                + " into the folder");
        try {
            Files.createSymbolicLink(folder.resolve(name), Path.of("..", beside));
            return this;
        } catch (IOException e) {
            throw Complaint.machine("cannot make a link: " + e.getMessage());
        }
    }

    private Folder written(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw Complaint.machine("cannot write a file: " + e.getMessage());
        }
    }

    /** That this file is there, with these bytes. */
    public Folder has(String name, byte[] bytes) {
        trial.story().step("the check", "expects a file \"" + name + "\" of " + bytes.length
                + " bytes in the folder");
        byte[] found;
        try {
            found = Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw trial.missed("there is no file \"" + name + "\" to read");
        }
        int wrong = Arrays.mismatch(found, bytes);
        if (wrong < 0) return this;
        if (found.length != bytes.length) {
            throw trial.missed("the file has " + found.length + " bytes");
        }
        throw trial.missed("byte " + wrong + " of the file is wrong");
    }

    /** That these are in the folder, and nothing else. */
    public Folder hasOnly(String... names) {
        trial.story().step("the check", names.length == 0 ? "expects nothing in the folder"
                : "expects nothing in the folder but " + String.join(", ", names));
        String[] found = folder.toFile().list();
        if (found == null) throw trial.missed("the folder is gone");
        Arrays.sort(found);
        String[] wanted = names.clone();
        Arrays.sort(wanted);
        if (Arrays.equals(found, wanted)) return this;
        throw trial.missed("in the folder there is "
                + (found.length == 0 ? "nothing" : String.join(", ", found)));
    }
}
