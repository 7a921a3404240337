/* Goes down twice, until the timer and until a frame, and says each time what woke it and what was kept. */
#include "console.h"
#include "device.h"
#include "power.h"

#define POWER(name) (MEMTI_POWER_BASE + MEMTI_POWER_##name)
#define RETAINED(word) (POWER(RETAINED) + 4 * (word))
#define FRAMES(name) (MEMTI_FRAMES_BASE + MEMTI_FRAMES_##name)
#define PATTERN 0x5eed0000u
#define BY_FRAME 1u
#define BY_TIMER 2u

static uint32_t in_sram __attribute__((section(".noinit")));
static uint32_t in_rram __attribute__((section(".kept"))) = 0x1234;
static volatile uint32_t initialised = 7;

void trap(uint32_t cause, uint32_t pc, uint32_t value)
{
    print("trap %x at %x, value %x\n", cause, pc, value);
    power_fail(1);
}

static const char *kept(uint32_t word, uint32_t boot) { return word == PATTERN + boot - 1 ? "kept" : "lost"; }

static void tell(uint32_t boot)
{
    print("boot %u: cause %x, data %u", boot, power_wake_cause(), initialised);
    if (boot > 0)
        print(
            ", sram %s, rram %s, retained %s, state of data %u", kept(in_sram, boot), kept(in_rram, boot),
            kept(read32(RETAINED(1)), boot), read32(POWER(STATE) + 4 * MEMTI_DOMAIN_DATA));
    print("\n");
}

static void set_alarm(uint32_t ticks)
{
    uint32_t time = read32(MEMTI_TIMER_BASE + MEMTI_TIMER_MTIME) + ticks;
    write32(POWER(WAKE_TIME_LO), time);
    write32(POWER(WAKE_TIME_HI), 0);
}

int main(void)
{
    uint32_t boot = read32(RETAINED(0));
    tell(boot);
    if (boot == 2)
        power_finish();
    write32(FRAMES(TAKE), 1);
    write32(FRAMES(COMPLETE), 1);
    in_sram = in_rram = PATTERN + boot;
    initialised = 99;
    write32(RETAINED(1), PATTERN + boot);
    write32(RETAINED(0), boot + 1);
    set_alarm(10000);
    write32(POWER(WAKE_ENABLE), boot == 0 ? BY_TIMER : BY_FRAME);
    write32(POWER(POWER_DOWN), 1);
    wait_for_interrupt();
    power_fail(2);
}
