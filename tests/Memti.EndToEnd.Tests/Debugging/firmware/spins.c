/* Firmware for tests of the debugger that computes nearly all the time: it waits for the timer once in a million rounds. */
#define REGISTER(address) (*(volatile unsigned *)(address))

volatile unsigned rounds;

int main(void)
{
    __asm__ volatile("csrs mie, %0" : : "r"(0x80));
    REGISTER(0x02004004) = 0;
    for (;;) {
        for (unsigned round = 0; round < 1000000; round++)
            rounds++;
        REGISTER(0x02004000) = REGISTER(0x0200bff8) + 10;
        __asm__ volatile("wfi");
    }
}
