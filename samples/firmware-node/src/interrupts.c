#include "device.h"
#include "interrupts.h"

#define EXTERNAL (1u << 11)

#define PRIORITY(source) (MEMTI_INTERRUPTS_BASE + MEMTI_INTERRUPTS_PRIORITY + 4 * (source))

void interrupts_start(void)
{
    write32(PRIORITY(MEMTI_IRQ_ACCELERATOR), 1);
    write32(PRIORITY(MEMTI_IRQ_DMA), 1);
    write32(PRIORITY(MEMTI_IRQ_FRAMES), 1);
    write32(PRIORITY(MEMTI_IRQ_POWER), 1);
    write32(MEMTI_INTERRUPTS_BASE + MEMTI_INTERRUPTS_THRESHOLD, 0);
    interrupts_forget(MEMTI_IRQ_POWER); /* start.S has woken a memory */
    __asm__ volatile("csrw mie, %0" ::"r"(EXTERNAL));
}

void interrupts_only(uint32_t source)
{
    write32(MEMTI_INTERRUPTS_BASE + MEMTI_INTERRUPTS_ENABLE, 1u << source);
}

void interrupts_done(void)
{
    uint32_t source = read32(MEMTI_INTERRUPTS_BASE + MEMTI_INTERRUPTS_CLAIM);
    if (source)
        write32(MEMTI_INTERRUPTS_BASE + MEMTI_INTERRUPTS_CLAIM, source);
}

void interrupts_forget(uint32_t source)
{
    interrupts_only(source);
    interrupts_done();
}
