package course.live;

import java.time.Instant;

/**
 * That one student has handed in for one exercise; a team's is there once for each of them.
 *
 * @param student the id, in lower case, as an intake spells it
 * @param exercise as it is called: {@code GreetingServer}
 * @param at when it was here, on our clock
 * @param made when it was packed, on the student's clock, by which an intake takes the latest
 * @param open the open check's result, as the student's own machine found it: {@code 17 of 20}
 * @param code of the receipt
 */
record Arrival(String student, String exercise, Instant at, Instant made, String open,
        String code) {}
