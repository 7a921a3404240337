/* Design small of scenario test. Do not edit: `memti firmware headers` writes this file. */
#ifndef MEMTI_NETWORK_H
#define MEMTI_NETWORK_H
#include <stdint.h>
#include "memti_machine.h"

/* A write of a register of the accelerator: offset in its window, and value. */
struct memti_write { uint32_t offset, value; };

/* One layer. `select` chooses the register group of each unit (0 or 1), `enable` starts the units, each with the value 1. The
   layer is done when bits of `done` for its group are set in the interrupt status. The writes at `slot_writes` are addresses in
   slot 0 of the working memory: for another slot add memti_slot_address[slot] - memti_slot_address[0]. */
struct memti_layer {
    const struct memti_write *writes;
    const uint32_t *select, *enable;
    const uint16_t *slot_writes;
    uint16_t count, slot_count;
    uint8_t selects, enables;
    uint32_t done[2];
};

static const struct memti_write memti_writes_0[] __attribute__((unused)) = {
    {0x14, 0x80000000}, {0x14, 0x40000100},
};

static const uint32_t memti_offsets_1[] __attribute__((unused)) = {
    0x10,
};

static const uint32_t memti_offsets_2[] __attribute__((unused)) = {
    0x18,
};

static const uint16_t memti_places_3[] __attribute__((unused)) = {
    0,
};

static const struct memti_layer memti_layers_4[] __attribute__((unused)) = {
    {memti_writes_0, memti_offsets_1, memti_offsets_2, memti_places_3, 2, 1, 1, 1, {0x1, 0x2}},
};

static const struct memti_write memti_writes_5[] __attribute__((unused)) = {
    {0x14, 0x400000c0},
};

static const struct memti_layer memti_layers_6[] __attribute__((unused)) = {
    {memti_writes_0, memti_offsets_1, memti_offsets_2, memti_places_3, 2, 1, 1, 1, {0x1, 0x2}},
    {memti_writes_5, memti_offsets_1, memti_offsets_2, 0, 1, 0, 1, 1, {0x1, 0x2}},
};

/* The layers of each task, and how many they are */
static const struct memti_layer *const memti_network[] __attribute__((unused)) = {memti_layers_4, memti_layers_6};
static const uint16_t memti_layers[] __attribute__((unused)) = {
    1, 2,
};

#endif
