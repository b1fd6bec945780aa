package course.grade;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What tells one thing from another by its content. */
record Digest(byte[] bytes) {
    private static final int SEEDS = 1_000_000;
    private static final int SHORT = 8;

    static Digest of(String... parts) {
        MessageDigest sha = sha256();
        for (String part : parts) {
            sha.update(part.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
        }
        return new Digest(sha.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** One that a person can type after {@code --seed}. */
    long number() {
        return Long.remainderUnsigned(ByteBuffer.wrap(bytes).getLong(), SEEDS);
    }

    String shortened() {
        return HexFormat.of().formatHex(bytes, 0, SHORT);
    }
}
