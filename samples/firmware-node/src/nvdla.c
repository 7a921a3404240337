/* Each unit of NVDLA has two groups of registers: while a layer runs from one group, the next is programmed into the other. */
#include "device.h"
#include "interrupts.h"
#include "memti_network.h"
#include "nvdla.h"

#define NVDLA(name) (MEMTI_ACCELERATOR_BASE + MEMTI_ACCELERATOR_##name)
#define UNITS 64          /* pages of 4 KiB in the window, a unit in some of them */
#define UNIT(offset) ((offset) >> 12)

static uint8_t next_group[UNITS]; /* of each unit: the group that it takes next, the other one each time */
static uint32_t masked;           /* interrupts that stay silent */

void nvdla_start(void)
{
    for (int unit = 0; unit < UNITS; unit++)
        next_group[unit] = 0;
    masked = 0xffffffffu;
    write32(NVDLA(GLB_S_INTR_MASK), masked);
}

/* Lets the interrupts of the unit through that ends a layer; those of the units before it in the pipeline stay silent. */
static void unmask(uint32_t bits)
{
    if (!(masked & bits))
        return;
    masked &= ~bits;
    write32(NVDLA(GLB_S_INTR_MASK), masked);
}

/* Seventy writes a layer, between two ends of layers: worth more code. */
__attribute__((optimize("O2"))) static void write_all(const struct memti_write *write, const struct memti_write *end)
{
    for (; end - write >= 4; write += 4) {
        write32(MEMTI_ACCELERATOR_BASE + write[0].offset, write[0].value);
        write32(MEMTI_ACCELERATOR_BASE + write[1].offset, write[1].value);
        write32(MEMTI_ACCELERATOR_BASE + write[2].offset, write[2].value);
        write32(MEMTI_ACCELERATOR_BASE + write[3].offset, write[3].value);
    }
    for (; write < end; write++)
        write32(MEMTI_ACCELERATOR_BASE + write->offset, write->value);
}

/* Writes a layer into the group that is free, and enables it. Returns the interrupt bit that reports its end. */
static uint32_t program(const struct memti_layer *layer)
{
    uint32_t done = layer->done[next_group[UNIT(layer->select[0])]];
    unmask(layer->done[0] | layer->done[1]);
    for (int i = 0; i < layer->selects; i++)
        write32(MEMTI_ACCELERATOR_BASE + layer->select[i], next_group[UNIT(layer->select[i])]);
    write_all(layer->writes, layer->writes + layer->count);
    for (int i = 0; i < layer->enables; i++)
        write32(MEMTI_ACCELERATOR_BASE + layer->enable[i], 1);
    for (int i = 0; i < layer->selects; i++)
        next_group[UNIT(layer->select[i])] ^= 1;
    return done;
}

void nvdla_infer(uint32_t task)
{
    const struct memti_layer *layers = memti_network[task];
    uint32_t count = memti_layers[task], programmed = 0, bits[2];
    interrupts_only(MEMTI_IRQ_ACCELERATOR);
    while (programmed < 2 && programmed < count) {
        bits[programmed] = program(&layers[programmed]);
        programmed++;
    }
    for (uint32_t layer = 0; layer < count;) {
        uint32_t status = read32(NVDLA(GLB_S_INTR_STATUS));
        if (!(status & bits[layer & 1])) {
            wait_for_interrupt();
            continue;
        }
        /* Every unit of the layer has reported, not only the last one: a bit that stays would end a later layer too early. */
        write32(NVDLA(GLB_S_INTR_STATUS), status);
        interrupts_done();
        /* Both layers that were programmed may be done; one that is programmed now is not. */
        for (uint32_t known = programmed; layer < known && (status & bits[layer & 1]); layer++)
            if (programmed < count)
                bits[layer & 1] = program(&layers[programmed++]);
    }
}
