package course.grade;

import course.run.Containment;
import course.run.PrivateNetwork;
import course.script.Complaint;

/**
 * What keeps the programs of a whole class from one another, and from us. It is found out by
 * trying, and nothing is graded without unless one asks for that.
 */
record Safety(Containment containment, boolean privateNetwork) {
    static Safety here(Least least) {
        Containment containment = Containment.here();
        // both are made by the same program
        Safety here = new Safety(
                containment, containment.holds() && PrivateNetwork.permitted());
        if (least.compareTo(here.has()) >= 0) return here;
        boolean gaps = containment.leavesGaps();
        String missing = containment.holds() && !gaps
                ? "no private network: it is not permitted" : containment.title(false);
        throw Complaint.machine("programs of others cannot be contained here (" + missing + "). "
                + (here.has() == Least.LANDLOCK
                        ? "With --landlock this is enough: they cannot read your files, but can"
                                + " open them to others and call what listens here. "
                        : "")
                + "With --unsafe they are graded nevertheless, and may do what you may do.");
    }

    /** Whether they are contained at all: then none is to run that is not. */
    boolean any() {
        return has() != Least.NOTHING;
    }

    private Least has() {
        if (!containment.holds()) return Least.NOTHING;
        if (containment.leavesGaps()) return Least.LANDLOCK;
        return privateNetwork ? Least.NAMESPACES : Least.NOTHING;
    }

    String title() {
        return containment.title(privateNetwork);
    }
}
