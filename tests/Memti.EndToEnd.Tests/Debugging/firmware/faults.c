/* Firmware with one fault, chosen at compile time. */
#include <stdint.h>

#define WORD(address) (*(volatile uint32_t *)(address))

#ifdef STACK
/* The stack grows down from the end of the memory over what lies above its middle: the handler. */
static struct {
    uint32_t below[512];
    void (*volatile handler)(void);
} variables;

static void harmless(void)
{
}

static uint32_t deep(uint32_t depth)
{
    volatile uint32_t room[64];
    for (int word = 0; word < 64; word++)
        room[word] = 0xdead0000 + depth;
    return depth == 0 ? 0 : deep(depth - 1) + room[0];
}
#endif

int main(void)
{
#if defined(SPIN)
    for (;;)
        ;
#elif defined(NOWHERE)
    return WORD(0x70000000);
#elif defined(MISALIGNED)
    uint32_t value;
    __asm__ volatile("lw %0, 1(%1)" : "=r"(value) : "r"(0x80000000));
    return value;
#elif defined(ILLEGAL)
    __asm__ volatile(".word 0xffffffff");
    return 0;
#elif defined(SLEEP)
    __asm__ volatile("csrw mie, zero\n wfi");
    return 0;
#elif defined(STACK)
    variables.handler = harmless;
    deep(54);
    variables.handler();
    return 0;
#endif
}
