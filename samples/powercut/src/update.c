#include "update.h"
#include "memti_machine.h"

#define FINISHER (*(volatile uint32_t *)(MEMTI_FINISHER_BASE))
#define MARK (*(volatile uint32_t *)(MEMTI_POWER_BASE + MEMTI_POWER_MARK))
#define SUCCESS 0x5555u
#define FAILURE 0x3333u

uint32_t new_word(uint32_t place)
{
    uint32_t word = (place + 1) * 2654435761u; /* Knuth's multiplicative hash */
    return word ^ word >> 15;
}

uint32_t crc(uint32_t before, const volatile uint32_t *words, uint32_t count)
{
    static const uint32_t table[16] = {
        0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
        0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c,
    };
    uint32_t sum = ~before;
    for (uint32_t place = 0; place < count; place++) {
        uint32_t word = words[place];
        for (int nibble = 0; nibble < 8; nibble++, word >>= 4)
            sum = table[(sum ^ word) & 15] ^ sum >> 4;
    }
    return ~sum;
}

uint32_t check_of(const volatile struct set *set)
{
    return crc(0, set->words, WORDS + 1);
}

#define DMA(name) (*(volatile uint32_t *)(MEMTI_DMA_BASE + MEMTI_DMA_##name))

void copy(uint32_t target, uint32_t source, uint32_t bytes)
{
    DMA(SOURCE_LO) = source;
    DMA(SOURCE_HI) = 0;
    DMA(TARGET_LO) = target;
    DMA(TARGET_HI) = 0;
    DMA(BYTES) = bytes;
    __asm__ volatile("" ::: "memory"); /* the words are in SRAM */
    DMA(CONTROL) = MEMTI_DMA_CONTROL_START_MASK;
    while (DMA(STATUS) & MEMTI_DMA_STATUS_BUSY_MASK)
        ;
    DMA(STATUS) = MEMTI_DMA_STATUS_DONE_MASK | MEMTI_DMA_STATUS_ERROR_MASK;
}

void mark(uint32_t number)
{
    MARK = number;
}

void finish(uint32_t failure)
{
    FINISHER = failure ? FAILURE | failure << 16 : SUCCESS;
    for (;;)
        ;
}
