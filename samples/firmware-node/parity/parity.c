/* Runs on `qemu-system-riscv32 -machine virt` and on the node: the timer ends a wait ten times, first as a trap, then without one. The
   addresses are those of the machine that both are, so that no header is needed. */
#include <stdint.h>

#define FINISHER (*(volatile uint32_t *)0x00100000)
#define MTIMECMP_LOW (*(volatile uint32_t *)0x02004000)
#define MTIMECMP_HIGH (*(volatile uint32_t *)0x02004004)
#define MTIME_LOW (*(volatile uint32_t *)0x0200bff8)
#define MTIME_HIGH (*(volatile uint32_t *)0x0200bffc)
#define UART_DATA (*(volatile uint8_t *)0x10000000)
#define UART_STATUS (*(volatile uint8_t *)0x10000005)
#define TIMER_INTERRUPT (1u << 7)
#define INTERRUPTS_ON 8u
#define TICKS 10000 /* 1 ms */
#define PASS 0x5555
#define ROUNDS 5

static volatile uint32_t traps;
static uint32_t last_cause = 0x12345678; /* proves that .data is in place */

static void print(const char *text)
{
    for (; *text; text++) {
        while (!(UART_STATUS & 0x20))
            ;
        UART_DATA = (uint8_t)*text;
    }
}

static void print_number(const char *name, uint32_t number)
{
    static char digits[] = "00000000\n";
    for (int digit = 7; digit >= 0; digit--, number >>= 4)
        digits[digit] = "0123456789abcdef"[number & 15];
    print(name);
    print(digits);
}

static uint64_t now(void)
{
    uint32_t high, low;
    do {
        high = MTIME_HIGH;
        low = MTIME_LOW;
    } while (high != MTIME_HIGH);
    return (uint64_t)high << 32 | low;
}

static void set_alarm(uint64_t time)
{
    MTIMECMP_HIGH = 0xffffffff; /* never in between */
    MTIMECMP_LOW = (uint32_t)time;
    MTIMECMP_HIGH = (uint32_t)(time >> 32);
}

void trap(uint32_t cause, uint32_t pc, uint32_t value)
{
    (void)pc;
    (void)value;
    last_cause = cause;
    traps++;
    set_alarm(~0ull);
}

static void wait_with_traps(void)
{
    uint32_t seen = traps;
    uint64_t alarm = now() + TICKS;
    set_alarm(alarm);
    while (traps == seen) {
        /* Asleep with traps off, so that none can come between the look and the sleep. It is taken when they are on. */
        __asm__ volatile("wfi");
        __asm__ volatile("csrs mstatus, %0" ::"r"(INTERRUPTS_ON) : "memory");
        __asm__ volatile("csrc mstatus, %0" ::"r"(INTERRUPTS_ON) : "memory");
    }
    print(now() >= alarm ? "trap in time, " : "trap too early, ");
    print_number("cause ", last_cause);
}

static void wait_without_traps(void)
{
    uint32_t pending;
    uint64_t alarm = now() + TICKS;
    set_alarm(alarm);
    do {
        __asm__ volatile("wfi");
        __asm__ volatile("csrr %0, mip" : "=r"(pending));
    } while (!(pending & TIMER_INTERRUPT));
    print(now() >= alarm ? "wake in time, " : "wake too early, ");
    set_alarm(~0ull);
    print_number("traps ", traps);
}

int main(void)
{
    print_number("hello, data ", last_cause);
    __asm__ volatile("csrw mie, %0" ::"r"(TIMER_INTERRUPT));
    for (int round = 0; round < ROUNDS; round++)
        wait_with_traps();
    for (int round = 0; round < ROUNDS; round++)
        wait_without_traps();
    FINISHER = PASS;
    for (;;)
        ;
}
