///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Serves the pages of the course to a class that follows them
//DEPS com.fasterxml.jackson.core:jackson-databind:2.22.4
//DEPS io.nayuki:qrcodegen:1.8.0
//DEPS org.junit:junit-bom:6.1.3@pom
//DEPS org.junit.jupiter:junit-jupiter-api:6.1.3
//DEPS org.junit.jupiter:junit-jupiter-engine:6.1.3
//DEPS org.junit.platform:junit-platform-launcher:6.1.3
//DEPS org.asciidoctor:asciidoctorj:3.0.1
//SOURCES ../java/course/check/*.java
//SOURCES ../java/course/live/*.java
//SOURCES ../java/course/run/*.java
//SOURCES ../java/course/script/*.java
//SOURCES ../java/course/site/*.java
//SOURCES ../java/course/submit/*.java
//SOURCES ../java/course/wire/*.java
//FILES course/live/=../resources/course/live/*
//FILES course/site/=../resources/course/site/*
//COMPILE_OPTIONS -proc:none -J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
// Starts what `course class` needs and no other command does: a program
// of its own, so that the others need not fetch Asciidoctor.

void main(String... args) {
    course.live.Main.main(args);
}
