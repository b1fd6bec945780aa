package course.bench;

/** What is measured of each rung, by the name that it has in JSON. */
record Measure(String name) {
    static final Measure CONNECTIONS = new Measure("connectionsPerSecond");
    static final Measure MEMORY = new Measure("kibPerIdleConnection");

    static Measure roundTrips(int open) {
        return new Measure("roundTripsPerSecondAt" + open);
    }

    static Measure median(int open) {
        return new Measure("p50MillisAt" + open);
    }

    static Measure tail(int open) {
        return new Measure("p99MillisAt" + open);
    }
}
