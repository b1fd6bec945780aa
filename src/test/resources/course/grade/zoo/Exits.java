// Tries: to end everything, as in a test of its own process.
// Solves: GreetingServer
// Marks: 0
// Must not: end anything but itself.
void main() {
    System.exit(0);
}
