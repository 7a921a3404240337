/* The power controller. */
#ifndef POWER_H
#define POWER_H

#include <stdint.h>

#define NO_TASK 0xffffffffu

/* Why the core began at its start. */
uint32_t power_wake_cause(void);

/* Switches every domain on, and waits until all are. */
void power_wake_all(void);

/* Switches everything off until a frame arrives. Returns only when a frame came at the last moment. */
void power_down(void);

/* The task that energy counts for from now on, or NO_TASK. */
void power_task(uint32_t task);

/* Ends the simulation: all well, or a fault with a number. */
_Noreturn void power_finish(void);
_Noreturn void power_fail(uint32_t code);

#endif
