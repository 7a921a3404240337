/* A loop in the code memory and a copy of it in the data memory. Which one runs is a word of data: all the rest is the same. */
#include <stdint.h>

#define ROUNDS 1000
#define WORDS 3

extern const volatile uint32_t loop[WORDS];

__asm__(
    ".text\n"
    ".option push\n"
    ".option norvc\n"
    ".balign 4\n"
    "loop:\n"
    "    addi a0, a0, -1\n"
    "    bnez a0, loop\n"
    "    ret\n"
    ".option pop\n");

volatile uint32_t copy[WORDS];

#ifdef COPIED
const volatile void *const volatile target = copy;
#else
const volatile void *const volatile target = loop;
#endif

int main(void)
{
    for (int word = 0; word < WORDS; word++)
        copy[word] = loop[word];
    __asm__ volatile("fence.i" ::: "memory");
    ((void (*)(uint32_t))target)(ROUNDS);
    *(volatile uint32_t *)0x00100000 = 0x5555;
    for (;;)
        ;
}
