#include "device.h"
#include "interrupts.h"
#include "power.h"

#define POWER(name) (MEMTI_POWER_BASE + MEMTI_POWER_##name)
#define WAKE_BY_FRAME 1u
#define EVERYTHING 1u
#define PASS 0x5555u
#define FAIL 0x3333u

uint32_t power_wake_cause(void) { return read32(POWER(WAKE_CAUSE)); }

void power_wake_all(void)
{
    interrupts_only(MEMTI_IRQ_POWER);
    write32(POWER(WAKE), (1u << read32(POWER(DOMAINS))) - 1);
    while (read32(POWER(BUSY)))
        wait_for_interrupt();
    interrupts_done();
}

void power_down(void)
{
    interrupts_only(MEMTI_IRQ_FRAMES);
    write32(POWER(WAKE_ENABLE), WAKE_BY_FRAME);
    write32(POWER(POWER_DOWN), EVERYTHING);
    wait_for_interrupt();
    write32(POWER(POWER_DOWN), 0);
}

void power_task(uint32_t task) { write32(POWER(TASK), task); }

static _Noreturn void end(uint32_t result)
{
    write32(MEMTI_FINISHER_BASE + MEMTI_FINISHER_CONTROL, result);
    for (;;)
        wait_for_interrupt();
}

void power_finish(void) { end(PASS); }

void power_fail(uint32_t code) { end(FAIL | code << 16); }
