/* Each unit of NVDLA has two groups of registers, which it takes in turn. */
#include "device.h"
#include "memti_network.h"
#include "layers.h"

#define TASK 0
#define UNITS 64
#define UNIT(offset) ((offset) >> 12)
#define NVDLA(name) (MEMTI_ACCELERATOR_BASE + MEMTI_ACCELERATOR_##name)

static uint8_t next_group[UNITS];

uint32_t layers(void) { return memti_layers[TASK]; }

void layers_start(void)
{
    for (int unit = 0; unit < UNITS; unit++)
        next_group[unit] = 0;
    write32(NVDLA(GLB_S_INTR_MASK), 0xffffffffu); /* the firmware asks */
}

void layer_run(uint32_t number)
{
    const struct memti_layer *layer = &memti_network[TASK][number];
    uint32_t done = layer->done[next_group[UNIT(layer->select[0])]];
    for (int i = 0; i < layer->selects; i++)
        write32(MEMTI_ACCELERATOR_BASE + layer->select[i], next_group[UNIT(layer->select[i])]);
    for (int i = 0; i < layer->count; i++)
        write32(MEMTI_ACCELERATOR_BASE + layer->writes[i].offset, layer->writes[i].value);
    for (int i = 0; i < layer->enables; i++)
        write32(MEMTI_ACCELERATOR_BASE + layer->enable[i], 1);
    for (int i = 0; i < layer->selects; i++)
        next_group[UNIT(layer->select[i])] ^= 1;
    uint32_t status;
    do
        status = read32(NVDLA(GLB_S_INTR_STATUS));
    while (!(status & done));
    write32(NVDLA(GLB_S_INTR_STATUS), status);
}
