/* The engine that copies between memories. */
#ifndef DMA_H
#define DMA_H

#include <stdint.h>

/* Copies, and waits for the end. Returns 0 when the engine reports an error. */
int dma_copy(uint32_t target, uint32_t source, uint32_t bytes);

#endif
