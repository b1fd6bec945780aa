///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Serves the pages of the course to a class that follows them
//DEPS io.nayuki:qrcodegen:1.8.0
//DEPS org.asciidoctor:asciidoctorj:3.0.1
//SOURCES ../java/course/live/*.java
//SOURCES ../java/course/run/*.java
//SOURCES ../java/course/script/*.java
//SOURCES ../java/course/site/*.java
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
