/* Two slots. A record is written after its features, and its checksum last: a cut leaves the other slot the newest whole one. */
#include "device.h"
#include "checkpoint.h"

#define FEATURES_BASE MEMTI_MEMORY_ACTIVATIONS_BASE
#define FEATURES_BYTES MEMTI_MEMORY_ACTIVATIONS_BYTES
#define DMA(name) (MEMTI_DMA_BASE + MEMTI_DMA_##name)

struct record {
    uint32_t sequence; /* from 1 */
    uint32_t layers;   /* of the inference under way that are done */
    uint32_t results;  /* inferences that are over */
    uint32_t check;
};

static uint8_t features[2][FEATURES_BYTES] __attribute__((section(".store"), aligned(32)));
static volatile struct record records[2] __attribute__((section(".store"), aligned(32)));

static uint32_t check_of(const volatile struct record *record)
{
    uint32_t sum = 0x811c9dc5u; /* FNV-1a over words */
    sum = (sum ^ record->sequence) * 0x01000193u;
    sum = (sum ^ record->layers) * 0x01000193u;
    return (sum ^ record->results) * 0x01000193u;
}

static int is_valid(uint32_t slot) { return records[slot].sequence != 0 && records[slot].check == check_of(&records[slot]); }

/* The slot of the newest whole record; 2 for none. */
static uint32_t newest(void)
{
    int first = is_valid(0), second = is_valid(1);
    if (first && second)
        return records[1].sequence > records[0].sequence;
    return first ? 0 : second ? 1 : 2;
}

static void copy(uint32_t target, uint32_t source)
{
    write32(DMA(SOURCE_LO), source);
    write32(DMA(TARGET_LO), target);
    write32(DMA(BYTES), FEATURES_BYTES);
    write32(DMA(CONTROL), MEMTI_DMA_CONTROL_START_MASK);
    while (read32(DMA(STATUS)) & MEMTI_DMA_STATUS_BUSY_MASK)
        ;
    write32(DMA(STATUS), MEMTI_DMA_STATUS_DONE_MASK | MEMTI_DMA_STATUS_ERROR_MASK);
}

static void note(uint32_t slot, uint32_t layers, uint32_t results)
{
    uint32_t last = newest();
    uint32_t sequence = last > 1 ? 1 : records[last].sequence + 1;
    records[slot].layers = layers;
    records[slot].results = results;
    records[slot].sequence = sequence;
    records[slot].check = check_of(&records[slot]);
}

uint32_t checkpoint_load(void)
{
    uint32_t slot = newest();
    if (slot > 1 || records[slot].layers == 0)
        return 0;
    copy(FEATURES_BASE, (uint32_t)features[slot]);
    return records[slot].layers;
}

void checkpoint_save(uint32_t layers)
{
    uint32_t slot = newest() == 0;
    copy((uint32_t)features[slot], FEATURES_BASE);
    note(slot, layers, checkpoint_results());
}

void checkpoint_end(void) { note(newest() == 0, 0, checkpoint_results() + 1); }

uint32_t checkpoint_results(void)
{
    uint32_t slot = newest();
    return slot > 1 ? 0 : records[slot].results;
}
