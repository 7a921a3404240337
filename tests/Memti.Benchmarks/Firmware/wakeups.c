/*
 * A duty cycle: sleeps until the timer wakes it, 30 times a second of a clock of 100 MHz, and checks 256 bytes each time. WAKEUPS says how
 * often. Interrupts stay masked: WFI goes on when one is pending.
 */
#include <stdint.h>

#ifndef WAKEUPS
#define WAKEUPS 18000
#endif

#define UART (*(volatile uint8_t *)0x10000000)
#define FINISHER (*(volatile uint32_t *)0x00100000)
#define COMPARE ((volatile uint32_t *)0x02004000)
#define PERIOD (100000000 / 30)

static uint8_t samples[256];

__attribute__((noinline)) static uint32_t check(uint32_t crc)
{
    for (uint32_t i = 0; i < sizeof samples; i++) {
        crc ^= samples[i]++;
        crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
    }
    return crc;
}

int main(void)
{
    uint64_t alarm = 0;
    uint32_t crc = ~0u;
    __asm__ volatile("csrw mie, %0" : : "r"(1 << 7));
    for (uint32_t i = 0; i < WAKEUPS; i++) {
        alarm += PERIOD;
        COMPARE[1] = ~0u;
        COMPARE[0] = (uint32_t)alarm;
        COMPARE[1] = (uint32_t)(alarm >> 32);
        __asm__ volatile("wfi");
        crc = check(crc);
    }
    for (int shift = 28; shift >= 0; shift -= 4)
        UART = "0123456789abcdef"[crc >> shift & 15];
    UART = '\n';
    FINISHER = 0x5555;
    for (;;)
        ;
}
