// On stdin comes a file like /etc/services, the arguments ask for
// services in it: NAME/PROTOCOL or PORT/PROTOCOL.
// ./services_table QUESTION [QUESTION...] < FILE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *BLANK = " \t\r\n";

// Nothing but these, and at least one of them.
static int only(const char *text, size_t length, const char *these) {
    return length > 0 && strspn(text, these) >= length;
}

static int well_formed(const char *end) {
    const char *slash = strchr(end, '/');
    if (!slash) return 0;
    size_t digits = slash - end;
    return digits <= 5 && only(end, digits, "0123456789") &&
           atoi(end) <= 65535 &&
           only(slash + 1, strlen(slash + 1),
                "abcdefghijklmnopqrstuvwxyz");
}

// Whether this word and the protocol of this line are the question.
static int asks(const char *question, const char *word,
                const char *protocol) {
    size_t length = strlen(word);
    return strncmp(question, word, length) == 0 &&
           strcmp(question + length, protocol) == 0;
}

// Gives the line's answer to all who ask for it and have none yet.
static void learn(char *line, int count, char **questions,
                  char **answers) {
    line[strcspn(line, "#")] = 0;
    char *name = strtok(line, BLANK), *end = strtok(NULL, BLANK);
    if (!name || !end || !well_formed(end)) return;
    const char *protocol = strchr(end, '/');
    char *answer = malloc(strlen(name) + strlen(end) + 2);
    if (!answer) exit(1);
    sprintf(answer, "%s %s", name, end);

    int used = 0;
    char *word = name;
    while (word) {
        for (int i = 0; i < count; i++) {
            int asked = asks(questions[i], word, protocol) ||
                        strcmp(questions[i], end) == 0;
            if (!asked || answers[i]) continue;
            answers[i] = answer;
            used = 1;
        }
        word = strtok(NULL, BLANK);
    }
    if (!used) free(answer);
}

int main(int argc, char **argv) {
    if (argc < 2) {
        fprintf(stderr, "usage: NAME/PROTOCOL or PORT/PROTOCOL\n");
        return 2;
    }
    char **answers = calloc(argc, sizeof *answers);
    if (!answers) return 1;
    char *line = NULL;
    size_t size = 0;
    while (getline(&line, &size, stdin) > 0)
        learn(line, argc - 1, argv + 1, answers);
    free(line);

    int status = 0;
    for (int i = 0; i < argc - 1; i++) {
        if (!answers[i]) status = 1;
        if (answers[i]) printf("%s\n", answers[i]);
        else printf("no %s\n", argv[i + 1]);
    }
    return status; // and the system takes the memory back
}
