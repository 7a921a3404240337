/* What the four schemes share: the set that is there, the set that is to come, a checksum, and the end of the run. */
#ifndef UPDATE_H
#define UPDATE_H
#include <stdint.h>

#define WORDS 256u      /* of a set: 1 KiB */
#define OLD_VERSION 1u
#define NEW_VERSION 2u
#define OLD_WORD 0x5a3c96e1u

/* Numbers of failures. */
#define NO_VALID_SET 2u
#define NOT_WRITTEN 3u

/* Marks in the timeline. */
#define MARK_UPDATE 1u
#define MARK_DONE 2u

/* A set of parameters as it lies in non-volatile memory. */
struct set {
    uint32_t words[WORDS];
    uint32_t version;
    uint32_t check; /* of words and version */
};

/* Checksum of the old set: the factory's programmer writes it. */
#define OLD_CHECK 0xb67fbc6du

/* A word of the new set, as it arrives from outside: any number that is not a pattern. */
uint32_t new_word(uint32_t place);

/* CRC-32 (IEEE 802.3) of words, going on from an earlier one. */
uint32_t crc(uint32_t before, const volatile uint32_t *words, uint32_t count);

/* Checksum of a set. */
uint32_t check_of(const volatile struct set *set);

/* Copies bytes by the DMA engine, and waits for the end. */
void copy(uint32_t target, uint32_t source, uint32_t bytes);

void mark(uint32_t number);

/* Ends the run: with success, or with the number of a failure. */
_Noreturn void finish(uint32_t failure);

#endif
