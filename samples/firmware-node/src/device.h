/* Access to registers, and the few instructions that C has no words for. */
#ifndef DEVICE_H
#define DEVICE_H

#include <stdint.h>
#include "memti_machine.h"

static inline uint32_t read32(uint32_t address) { return *(volatile uint32_t *)address; }

static inline void write32(uint32_t address, uint32_t value) { *(volatile uint32_t *)address = value; }

static inline uint8_t read8(uint32_t address) { return *(volatile uint8_t *)address; }

static inline void write8(uint32_t address, uint8_t value) { *(volatile uint8_t *)address = value; }

/* Waits for an interrupt that is enabled in mie. It is not taken, because mstatus.MIE stays 0: the caller looks at the device. */
static inline void wait_for_interrupt(void) { __asm__ volatile("wfi" ::: "memory"); }

#endif
