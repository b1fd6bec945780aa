// Tries: to have the compiler compute a constant of some gigabytes.
// Solves: GreetingServer
// Marks: 0
// Must not: cost anybody else a compiler, nor the machine its memory.
class GreetingServer {
    static final String A = "sixteen letters!";
    static final String B = A + A + A + A + A + A + A + A + A + A + A + A + A + A + A + A;
    static final String C = B + B + B + B + B + B + B + B + B + B + B + B + B + B + B + B;
    static final String D = C + C + C + C + C + C + C + C + C + C + C + C + C + C + C + C;
    static final String E = D + D + D + D + D + D + D + D + D + D + D + D + D + D + D + D;
    static final String F = E + E + E + E + E + E + E + E + E + E + E + E + E + E + E + E;
    static final String G = F + F + F + F + F + F + F + F + F + F + F + F + F + F + F + F;
    static final String H = G + G + G + G + G + G + G + G + G + G + G + G + G + G + G + G;

    static void main() {
        IO.println(H);
    }
}
