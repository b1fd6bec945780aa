package course.wire;

import java.util.Arrays;

/** As many bytes as the least has, which are a number from the least to the most. */
record Range(byte[] least, byte[] most) {
    Range {
        if (least.length != most.length || Arrays.compareUnsigned(least, most) > 0) {
            throw new IllegalArgumentException("nothing is between these");
        }
    }

    /** What came, if that is one of them, else the end of the range on whose side it is. */
    byte[] nearest(byte[] came) {
        byte[] number = Arrays.copyOf(came, Math.min(came.length, least.length));
        if (number.length < least.length || Arrays.compareUnsigned(number, least) < 0) {
            return least;
        }
        return Arrays.compareUnsigned(number, most) > 0 ? most : number;
    }
}
