///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Renders the course as pages that open from the file system
//DEPS com.fasterxml.jackson.core:jackson-databind:2.22.4
//DEPS org.asciidoctor:asciidoctorj:3.0.1
//SOURCES ../java/course/script/*.java
//SOURCES ../java/course/site/*.java
//FILES course/site/=../resources/course/site/*
//COMPILE_OPTIONS -proc:none -J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
// Starts what `course site` needs and no other command does: a program
// of its own, so that the others need not fetch Asciidoctor.

void main(String... args) {
    course.site.Main.main(args);
}
