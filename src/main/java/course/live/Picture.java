package course.live;

import io.nayuki.qrcodegen.QrCode;

import java.nio.charset.StandardCharsets;

/** An address that a telephone can read from the wall. */
final class Picture {
    private static final int MARGIN = 4;

    private Picture() {}

    static byte[] of(String address) {
        QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        StringBuilder dark = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    dark.append("M%d,%dh1v1h-1z".formatted(x + MARGIN, y + MARGIN));
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" \
                shape-rendering="crispEdges">
                <rect width="%1$d" height="%1$d" fill="#fff"/><path d="%2$s" fill="#000"/>
                </svg>
                """
                .formatted(code.size + 2 * MARGIN, dark)
                .getBytes(StandardCharsets.UTF_8);
    }
}
