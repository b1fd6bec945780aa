///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Looks services up in a table: the solution of an exercise
// On stdin comes a file like /etc/services, the arguments ask for
// services in it: NAME/PROTOCOL or PORT/PROTOCOL.

import static java.nio.charset.StandardCharsets.UTF_8;

void main(String[] args) throws IOException {
    if (args.length == 0) {
        System.err.println("usage: NAME/PROTOCOL or PORT/PROTOCOL");
        System.exit(2);
    }
    var in = new BufferedReader(
            new InputStreamReader(System.in, UTF_8));
    // what can be asked, and its answer: one look per question
    Map<String, String> answers = new HashMap<>();
    for (String line; (line = in.readLine()) != null; )
        learn(line, answers);

    int status = 0;
    for (String question : args) {
        String answer = answers.get(question);
        if (answer == null) status = 1;
        IO.println(answer == null ? "no " + question : answer);
    }
    System.exit(status);
}

void learn(String line, Map<String, String> answers) {
    // strip first: a blank in front would make an empty first word
    String[] words = line.replaceFirst("#.*", "").strip().split("\\s+");
    if (words.length < 2) return;
    String[] end = words[1].split("/", 2);
    boolean wellFormed = end.length == 2 && end[1].matches("[a-z]+")
            && end[0].matches("[0-9]{1,5}")
            && Integer.parseInt(end[0]) <= 65535;
    if (!wellFormed) return;

    String answer = words[0] + " " + words[1];
    // the protocol is part of the question: 514/tcp is not 514/udp
    String protocol = "/" + end[1];
    answers.putIfAbsent(words[1], answer);
    for (int i = 0; i < words.length; i++)
        if (i != 1) answers.putIfAbsent(words[i] + protocol, answer);
}
