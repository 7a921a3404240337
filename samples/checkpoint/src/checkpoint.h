/* Checkpoints of an inference in non-volatile memory: the features, and how many layers are done. */
#ifndef CHECKPOINT_H
#define CHECKPOINT_H
#include <stdint.h>

/* Brings the features of the newest whole checkpoint back. Returns the layers that are done; 0 for none. */
uint32_t checkpoint_load(void);

/* Keeps the features after a layer, beside the newest checkpoint. */
void checkpoint_save(uint32_t layers);

/* The inference is over. */
void checkpoint_end(void);

/* Inferences that are over since the first power-on. */
uint32_t checkpoint_results(void);

#endif
