package course.grade;

import course.run.Containment;
import course.run.PrivateNetwork;
import course.script.Complaint;

/**
 * What keeps the programs of a whole class from one another, and from us. It is found out by
 * trying, and nothing is graded without unless one asks for that.
 */
record Safety(Containment containment, boolean privateNetwork) {
    static Safety here(boolean unsafe) {
        Containment containment = Containment.here();
        // both are made by the same program
        Safety here = new Safety(
                containment, containment.holds() && PrivateNetwork.permitted());
        if (here.whole() || unsafe) return here;
        String missing = here.containment.holds()
                ? "no private network: it is not permitted" : here.containment.title(false);
        throw Complaint.machine("programs of others cannot be contained here (" + missing
                + "). With --unsafe they are graded nevertheless, and may do what you may do.");
    }

    boolean whole() {
        return containment.holds() && (privateNetwork || containment.sharesTheNetwork());
    }

    String title() {
        return containment.title(privateNetwork);
    }
}
