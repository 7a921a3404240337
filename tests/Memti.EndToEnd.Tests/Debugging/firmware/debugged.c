/* Firmware for tests of the debugger: three boots with a power-down between them, then the end of the run. */
#include <stdint.h>

#define REGISTER(address) (*(volatile uint32_t *)(address))
#define FINISHER REGISTER(0x00100000)
#define MTIME REGISTER(0x0200bff8)
#define POWER(offset) REGISTER(0x10010000 + (offset))
#define POWER_DOWN POWER(0x14)
#define WAKE_ENABLE POWER(0x18)
#define WAKE_CAUSE POWER(0x1c)
#define WAKE_TIME_LO POWER(0x20)
#define WAKE_TIME_HI POWER(0x24)
#define MARK POWER(0x28)
#define BOOTS POWER(0x40)

volatile uint32_t count;  /* in SRAM: lost with power */
volatile uint32_t cause;

static uint32_t add(uint32_t left, uint32_t right)
{
    uint32_t sum = left + right;
    count = sum;
    return sum;
}

static void sleep_ticks(uint32_t ticks)
{
    WAKE_TIME_LO = MTIME + ticks;
    WAKE_TIME_HI = 0;
    WAKE_ENABLE = 2;
    POWER_DOWN = 1;
    __asm__ volatile("wfi");
}

int main(void)
{
    uint32_t boots = BOOTS;
    cause = WAKE_CAUSE;
    BOOTS = boots + 1;
    MARK = boots;
    add(boots, 40);
    if (boots < 2)
        sleep_ticks(10000);  /* a millisecond */
    FINISHER = 0x5555;
    for (;;)
        ;
}
