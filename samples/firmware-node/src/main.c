/* A camera node. Thirty times a second a frame arrives; three networks look at it in turn. Between frames everything is off that may lose
   power, the core included: each frame begins in start.S. */
#include "console.h"
#include "device.h"
#include "dma.h"
#include "interrupts.h"
#include "nvdla.h"
#include "power.h"

/* A gap longer than this is worth a power-down. The Makefile sets it. */
#ifndef BREAK_EVEN_NS
#error "BREAK_EVEN_NS is not set"
#endif

_Static_assert(MEMTI_SLOTS == 1, "this firmware knows one slot");

#define FRAMES(name) (MEMTI_FRAMES_BASE + MEMTI_FRAMES_##name)
#define FRAME_WAITS 1u
#define WORKLOAD_OVER 4u
#define POWER_ON 8u /* cause of the first start */
#define NO_COPY 1u  /* numbers of faults */
#define NO_DEPLOYMENT 2u
#define UNEXPECTED_TRAP 3u

/* The task whose adapters lie in the slot. It is lost with the slot, because both lie in SRAM: after a power-down it is NO_TASK again. */
static uint32_t in_slot = NO_TASK;

/* True when memories and engine are on. */
static int awake;

void trap(uint32_t cause, uint32_t pc, uint32_t value)
{
    print("trap %x at %x, value %x\n", cause, pc, value);
    power_fail(UNEXPECTED_TRAP);
}

static void reload(uint32_t task)
{
#ifdef MEMTI_BUG_NO_RELOAD
    in_slot = task; /* believes what it should do */
#endif
    if (in_slot == task)
        return;
    if (!dma_copy(memti_slot_address[0], memti_task_set_source[task], memti_task_set_bytes[task]))
        power_fail(NO_COPY);
    in_slot = task;
}

static void wake(void)
{
    if (awake)
        return;
    power_wake_all();
    nvdla_start();
    awake = 1;
}

static void process_frame(void)
{
    wake();
    write32(FRAMES(TAKE), 1);
    interrupts_forget(MEMTI_IRQ_FRAMES);
    if (read32(FRAMES(DEPLOYED)) || read32(FRAMES(SHARED_DEPLOYED)))
        power_fail(NO_DEPLOYMENT); /* this firmware receives no new parameters */
    uint32_t tasks = read32(FRAMES(TASKS));
    for (uint32_t place = 0; place < tasks; place++) {
        uint32_t task = read32(FRAMES(TASK) + 4 * place);
        power_task(task);
        reload(task);
        nvdla_infer(task);
    }
    power_task(NO_TASK);
    write32(FRAMES(COMPLETE), 1);
}

static uint64_t time_to_next_frame(void)
{
    uint32_t low = read32(FRAMES(TO_NEXT_LO));
    return (uint64_t)read32(FRAMES(TO_NEXT_HI)) << 32 | low;
}

static void wait_for_frame(void)
{
    if (time_to_next_frame() > BREAK_EVEN_NS) {
        power_down();
        return;
    }
    interrupts_only(MEMTI_IRQ_FRAMES);
    wait_for_interrupt();
}

int main(void)
{
    interrupts_start();
    if (power_wake_cause() & POWER_ON)
        print("node: %u tasks, %u slot(s)\n", MEMTI_TASKS, MEMTI_SLOTS);
    for (;;) {
        uint32_t status = read32(FRAMES(STATUS));
        if (status & FRAME_WAITS)
            process_frame();
        else if (status & WORKLOAD_OVER)
            power_finish();
        else
            wait_for_frame();
    }
}
