///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Rings twice
// Claims: 1

void main() {
    IO.println("""
        ring
        ring""");
}
