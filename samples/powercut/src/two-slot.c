/* The store to ship: a set goes into the slot that does not hold the present one. Its checksum is written last; until then the old set is
   the newest valid one. */
#include "update.h"

static volatile struct set slots[2] __attribute__((section(".store"))) = {
    { .words = { [0 ... WORDS - 1] = OLD_WORD }, .version = OLD_VERSION, .check = OLD_CHECK },
};

static int is_valid(const volatile struct set *slot)
{
    return slot->version != 0 && slot->check == check_of(slot);
}

#ifdef BY_DMA
/* The set comes together in SRAM, and the DMA engine copies it. */
static void write_words(volatile struct set *slot)
{
    uint32_t words[WORDS];
    for (uint32_t place = 0; place < WORDS; place++)
        words[place] = new_word(place);
    copy((uint32_t)slot->words, (uint32_t)words, sizeof words);
}
#else
static void write_words(volatile struct set *slot)
{
    for (uint32_t place = 0; place < WORDS; place++)
        slot->words[place] = new_word(place);
}
#endif

static void write(volatile struct set *slot)
{
    write_words(slot);
    slot->version = NEW_VERSION;
    slot->check = check_of(slot);
}

int main(void)
{
    int first = is_valid(&slots[0]), second = is_valid(&slots[1]);
    if (!first && !second)
        finish(NO_VALID_SET);
    uint32_t present = first && second ? slots[1].version > slots[0].version : !first;
    if (slots[present].version != NEW_VERSION) {
        mark(MARK_UPDATE);
        write(&slots[!present]);
        if (!is_valid(&slots[!present]))
            finish(NOT_WRITTEN);
    }
    mark(MARK_DONE);
    finish(0);
}
