/* Firmware for tests of the debugger that only waits: for the timer, every 100 us, without an interrupt being taken. */
#define REGISTER(address) (*(volatile unsigned *)(address))

int main(void)
{
    __asm__ volatile("csrs mie, %0" : : "r"(0x80));
    for (;;) {
        REGISTER(0x02004004) = 0;
        REGISTER(0x02004000) = REGISTER(0x0200bff8) + 1000;
        __asm__ volatile("wfi");
    }
}
