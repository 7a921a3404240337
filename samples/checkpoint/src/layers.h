/* The layers of the network on NVDLA, one at a time. */
#ifndef LAYERS_H
#define LAYERS_H
#include <stdint.h>

/* Number of layers. */
uint32_t layers(void);

/* Runs a layer and waits for its end. Begin with layers_start after each power-on. */
void layer_run(uint32_t layer);

void layers_start(void);

#endif
