/* Access to registers. */
#ifndef DEVICE_H
#define DEVICE_H
#include <stdint.h>
#include "memti_machine.h"

static inline uint32_t read32(uint32_t address) { return *(volatile uint32_t *)address; }

static inline void write32(uint32_t address, uint32_t value) { *(volatile uint32_t *)address = value; }

#endif
