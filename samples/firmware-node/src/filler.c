/* Takes the place of weight images: every byte is the same, so that two builds are equal. */
#include "memti_machine.h"

#define FILLED 0x5a
#define SECTION(name) __attribute__((section(name), used))

static const unsigned char shared[MEMTI_MEMORY_SHARED_BYTES] SECTION(".memti.shared") = {
    [0 ... MEMTI_MEMORY_SHARED_BYTES - 1] = FILLED,
};

static const unsigned char adapters[MEMTI_MEMORY_BACKING_BYTES] SECTION(".memti.adapters.signs") = {
    [0 ... MEMTI_MEMORY_BACKING_BYTES - 1] = FILLED,
};
