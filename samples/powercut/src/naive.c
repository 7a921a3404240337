/* The writer to beat: the new set goes over the old one, and its version is written first. Nobody looks at the words again. */
#include "update.h"

static volatile struct set store __attribute__((section(".store"))) = {
    .words = { [0 ... WORDS - 1] = OLD_WORD }, .version = OLD_VERSION,
};

int main(void)
{
    if (store.version != NEW_VERSION) {
        mark(MARK_UPDATE);
        store.version = NEW_VERSION;
        for (uint32_t place = 0; place < WORDS; place++)
            store.words[place] = new_word(place);
    }
    mark(MARK_DONE);
    finish(0);
}
