/* The interrupt controller. Interrupts end a wait and are never taken as traps. */
#ifndef INTERRUPTS_H
#define INTERRUPTS_H

#include <stdint.h>

/* Sets priorities, and lets external interrupts end a wait. */
void interrupts_start(void);

/* Lets one source end a wait, and no other. */
void interrupts_only(uint32_t source);

/* Ends the interrupt of the device that was waited for, after its line has fallen: the controller remembers it until then. */
void interrupts_done(void);

/* The same for a device that was not waited for. */
void interrupts_forget(uint32_t source);

#endif
