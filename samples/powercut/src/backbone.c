/* The backbone is too large for two slots. It is replaced in place, page by page, and a small record in two slots says how many pages are
   done. After a cut the update goes on with the page that was under way: its sender sends it again. Until all pages are done there is no
   backbone to run. */
#include "update.h"

#define PAGE_WORDS 32u
#define PAGES (WORDS / PAGE_WORDS)

struct record {
    uint32_t pages; /* pages that are done */
    uint32_t check;
};

static volatile uint32_t backbone[WORDS] __attribute__((section(".store"))) = { [0 ... WORDS - 1] = OLD_WORD };
static volatile struct record records[2] __attribute__((section(".store")));

static int is_valid(const volatile struct record *record)
{
    return record->pages != 0 && record->check == crc(0, &record->pages, 1);
}

static uint32_t pages_done(void)
{
    uint32_t first = is_valid(&records[0]) ? records[0].pages : 0;
    uint32_t second = is_valid(&records[1]) ? records[1].pages : 0;
    return first > second ? first : second;
}

int main(void)
{
    uint32_t page = pages_done();
    if (page < PAGES)
        mark(MARK_UPDATE);
    for (; page < PAGES; page++) {
        for (uint32_t place = page * PAGE_WORDS; place < (page + 1) * PAGE_WORDS; place++)
            backbone[place] = new_word(place);
        volatile struct record *record = &records[page & 1];
        record->pages = page + 1;
        record->check = crc(0, &record->pages, 1);
    }
    mark(MARK_DONE);
    finish(0);
}
