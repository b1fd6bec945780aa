package course.submit;

/** Where a bundle can be handed in at once. */
public interface Letterbox {
    /**
     * Hands it in, or says in a complaint why not; the same bytes twice are one submission.
     *
     * @return the receipt, in the words of whoever took it, fit for a terminal
     */
    String takes(byte[] bundle);
}
