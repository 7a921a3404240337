/*
 * Four kernels of firmware: a table CRC-32, an integer matrix product, a quicksort and a list walk with a switch. Freestanding. Prints
 * one checksum per kernel and stops by the finisher of QEMU's "virt" machine. ROUNDS scales the work; 1 is about 16 million instructions.
 */
#include <stdint.h>

#ifndef ROUNDS
#define ROUNDS 1
#endif

#define UART (*(volatile uint8_t *)0x10000000)
#define FINISHER (*(volatile uint32_t *)0x00100000)

enum { BYTES = 32768, SIDE = 48, KEYS = 8192, NODES = 1024, WALKS = 256 };

struct node {
    struct node *next;
    uint32_t kind;
    uint32_t value;
};

static uint32_t table[256];
static uint8_t bytes[BYTES];
static int32_t left[SIDE][SIDE], right[SIDE][SIDE], product[SIDE][SIDE];
static uint32_t keys[KEYS];
static struct node nodes[NODES];
static uint32_t seed = 1;

static uint32_t next_random(void)
{
    seed ^= seed << 13;
    seed ^= seed >> 17;
    seed ^= seed << 5;
    return seed;
}

static void print(uint32_t value)
{
    for (int shift = 28; shift >= 0; shift -= 4)
        UART = "0123456789abcdef"[value >> shift & 15];
    UART = '\n';
}

static void build_table(void)
{
    for (uint32_t i = 0; i < 256; i++) {
        uint32_t entry = i;
        for (int bit = 0; bit < 8; bit++)
            entry = entry & 1 ? entry >> 1 ^ 0xedb88320u : entry >> 1;
        table[i] = entry;
    }
}

__attribute__((noinline)) static uint32_t crc32(uint32_t crc, const uint8_t *data, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        crc = crc >> 8 ^ table[(crc ^ data[i]) & 255];
    return crc;
}

__attribute__((noinline)) static void multiply(void)
{
    for (int row = 0; row < SIDE; row++)
        for (int column = 0; column < SIDE; column++) {
            int32_t sum = 0;
            for (int k = 0; k < SIDE; k++)
                sum += left[row][k] * right[k][column];
            product[row][column] = sum;
        }
}

static void swap(uint32_t *a, uint32_t *b)
{
    uint32_t kept = *a;
    *a = *b;
    *b = kept;
}

__attribute__((noinline)) static void sort(uint32_t *first, uint32_t *last)
{
    while (first < last) {
        uint32_t pivot = first[(last - first) / 2];
        uint32_t *low = first, *high = last;
        while (low <= high) {
            while (*low < pivot)
                low++;
            while (*high > pivot)
                high--;
            if (low <= high)
                swap(low++, high--);
        }
        sort(first, high);
        first = low;
    }
}

__attribute__((noinline)) static uint32_t scramble(uint32_t value, uint32_t by)
{
    return (value << 3 | value >> 29) + by;
}

__attribute__((noinline)) static uint32_t walk(const struct node *node, uint32_t sum)
{
    for (; node; node = node->next)
        switch (node->kind) {
        case 0: sum += node->value; break;
        case 1: sum ^= node->value; break;
        case 2: sum = scramble(sum, node->value); break;
        case 3: sum -= node->value >> 3; break;
        case 4: sum = sum * 5 + 1; break;
        case 5: sum = sum & 1 ? sum >> 1 : sum + node->value; break;
        case 6: sum += (uint8_t)node->value; break;
        default: sum = ~sum; break;
        }
    return sum;
}

static void link(void)
{
    for (uint32_t i = 0; i < NODES; i++) {
        nodes[i].kind = next_random() & 7;
        nodes[i].value = next_random();
    }
    /* A permutation by steps of five: visits each node once, and ends. */
    for (uint32_t i = 0, at = 0; i < NODES; i++, at = (at + 5) % NODES)
        nodes[at].next = i + 1 < NODES ? &nodes[(at + 5) % NODES] : 0;
}

int main(void)
{
    uint32_t crc = ~0u, sums = 0, sorted = 0, walked = 0;
    build_table();
    for (uint32_t i = 0; i < BYTES; i++)
        bytes[i] = (uint8_t)next_random();
    for (int row = 0; row < SIDE; row++)
        for (int column = 0; column < SIDE; column++) {
            left[row][column] = (int32_t)next_random() >> 16;
            right[row][column] = (int32_t)next_random() >> 16;
        }
    link();
    for (uint32_t round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < 16; i++)
            crc = crc32(crc, bytes, BYTES);
        for (int i = 0; i < 6; i++) {
            left[i][0] += (int32_t)round;
            multiply();
            sums = sums * 31 + (uint32_t)product[i][SIDE - 1];
        }
        for (int i = 0; i < 4; i++) {
            for (uint32_t key = 0; key < KEYS; key++)
                keys[key] = next_random();
            sort(keys, keys + KEYS - 1);
            sorted = sorted * 31 + keys[round % KEYS] + keys[KEYS - 1];
        }
        for (int i = 0; i < WALKS; i++)
            walked = walk(nodes, walked);
    }
    print(~crc);
    print(sums);
    print(sorted);
    print(walked);
    FINISHER = 0x5555;
    for (;;)
        ;
}
