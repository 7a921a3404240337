/* The driver of NVDLA. */
#ifndef NVDLA_H
#define NVDLA_H

#include <stdint.h>

/* To be called after each wake-up: the registers of the engine are those after reset. */
void nvdla_start(void);

/* Runs one inference of a task whose parameters are in the slot, and waits for the end. */
void nvdla_infer(uint32_t task);

#endif
