#include "device.h"
#include "dma.h"
#include "interrupts.h"

#define DMA(name) (MEMTI_DMA_BASE + MEMTI_DMA_##name)
#define START 1u
#define BUSY 1u
#define DONE 2u
#define ERROR 4u

int dma_copy(uint32_t target, uint32_t source, uint32_t bytes)
{
    uint32_t status;
    interrupts_only(MEMTI_IRQ_DMA);
    write32(DMA(SOURCE_LO), source);
    write32(DMA(SOURCE_HI), 0);
    write32(DMA(TARGET_LO), target);
    write32(DMA(TARGET_HI), 0);
    write32(DMA(BYTES), bytes);
    write32(DMA(CONTROL), START);
    while ((status = read32(DMA(STATUS))) & BUSY)
        wait_for_interrupt();
    write32(DMA(STATUS), DONE | ERROR);
    interrupts_done();
    return !(status & ERROR);
}
