#include "conformance/harness/support/nearest.h"

#include <stdio.h>
#include <string.h>

enum { LENGTH_MAX = 120 };

static size_t least(size_t a, size_t b, size_t c) {
    size_t smaller = a < b ? a : b;
    return smaller < c ? smaller : c;
}

/* Returns how many letters must be added, removed, replaced or exchanged with their neighbour to
 * make one word the other. */
static size_t distance(const char *one, size_t one_length, const char *other, size_t other_length) {
    size_t rows[3][LENGTH_MAX + 1];
    size_t *before = rows[0];
    size_t *above = rows[1];
    size_t *row = rows[2];
    for (size_t j = 0; j <= other_length; j++) {
        above[j] = j;
    }
    for (size_t i = 1; i <= one_length; i++) {
        row[0] = i;
        for (size_t j = 1; j <= other_length; j++) {
            size_t replaced = above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
            row[j] = least(above[j] + 1, row[j - 1] + 1, replaced);
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) {
                row[j] = least(row[j], before[j - 2] + 1, row[j]);
            }
        }
        size_t *oldest = before;
        before = above;
        above = row;
        row = oldest;
    }
    return above[other_length];
}

void sockspec_nearest_offer(struct sockspec_nearest *nearest, const char *candidate) {
    size_t length = strlen(nearest->word);
    size_t other = strlen(candidate);
    size_t most = length < 6 ? 1 : length / 4; /* more letters would make it another word */
    size_t lengths = length > other ? length - other : other - length;
    if (length > LENGTH_MAX || other > LENGTH_MAX || lengths > most) {
        return;
    }
    size_t found = distance(nearest->word, length, candidate, other);
    if (found <= most && (nearest->found == NULL || found < nearest->distance)) {
        nearest->found = candidate;
        nearest->distance = found;
    }
}

const char *sockspec_nearest_question(const struct sockspec_nearest *nearest) {
    static char question[LENGTH_MAX + 40];
    question[0] = '\0';
    if (nearest->found != NULL) {
        (void)snprintf(question, sizeof question, "; did you mean '%s'?", nearest->found);
    }
    return question;
}
