///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DEPS no.such:library:1
//SOURCES @SECRET@
//FILES secret.txt=@SECRET@
//JAVA_OPTIONS -Xmx1k -javaagent:@SECRET@
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//JAVAAGENT
// Tries: to give orders to JBang in its header.
// Solves: GreetingServer
// Marks: 0
// Must not: be obeyed.
void main() {
    boolean obeyed = Runtime.getRuntime().maxMemory() > 70_000_000
            || Files.exists(Path.of("secret.txt"));
    IO.println(obeyed ? "ESCAPED: obeyed" : "64 MB as everybody");
    System.exit(5);
}
