///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Lists, runs and checks the programs of the course
//DEPS info.picocli:picocli:4.7.7
//DEPS com.fasterxml.jackson.core:jackson-databind:2.22.4
//DEPS org.hdrhistogram:HdrHistogram:2.2.2
//DEPS org.junit:junit-bom:6.1.3@pom
//DEPS org.junit.jupiter:junit-jupiter-api:6.1.3
//DEPS org.junit.jupiter:junit-jupiter-engine:6.1.3
//DEPS org.junit.platform:junit-platform-launcher:6.1.3
//SOURCES ../java/course/bench/*.java
//SOURCES ../java/course/cli/*.java
//SOURCES ../java/course/check/*.java
//SOURCES ../java/course/grade/*.java
//SOURCES ../java/course/handout/*.java
//SOURCES ../java/course/run/*.java
//SOURCES ../java/course/script/*.java
//SOURCES ../java/course/similarity/*.java
//SOURCES ../java/course/submit/*.java
//SOURCES ../java/course/sync/*.java
//SOURCES ../java/course/wire/*.java
//COMPILE_OPTIONS -proc:none -J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
// Starts the tool. It stands outside the sources that it names: JBang
// loses itself in a list of files that contains the list.

void main(String... args) {
    course.cli.Main.main(args);
}
