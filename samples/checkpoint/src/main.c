/* One inference for each frame. EVERY is the number of layers between two checkpoints; 0 for none: then an inference that a brown-out cut begins again
   with the next frame. Each result is a line on the console. */
#include "device.h"
#include "checkpoint.h"
#include "layers.h"

#define FRAMES(name) (MEMTI_FRAMES_BASE + MEMTI_FRAMES_##name)
#define FRAME_WAITS 1u
#define WORKLOAD_OVER 4u
#define FINISHER (MEMTI_FINISHER_BASE + MEMTI_FINISHER_CONTROL)
#define SUCCESS 0x5555u

static void tell(void)
{
    for (const char *text = "result\n"; *text; text++)
        *(volatile uint8_t *)MEMTI_UART_BASE = (uint8_t)*text;
}

static void infer(uint32_t layer)
{
    write32(MEMTI_POWER_BASE + MEMTI_POWER_TASK, 0);
    for (; layer < layers(); layer++) {
        layer_run(layer);
        uint32_t done = layer + 1;
        if (EVERY && done < layers() && done % (EVERY ? EVERY : 1) == 0)
            checkpoint_save(done);
    }
    write32(MEMTI_POWER_BASE + MEMTI_POWER_TASK, 0xffffffffu);
    checkpoint_end();
    tell();
}

int main(void)
{
    layers_start();
    uint32_t layer = checkpoint_load();
    if (layer)
        infer(layer); /* its frame is gone, its features are not */
    for (;;) {
        uint32_t status = read32(FRAMES(STATUS));
        if (status & WORKLOAD_OVER) {
            write32(FINISHER, SUCCESS);
        } else if (status & FRAME_WAITS) {
            write32(FRAMES(TAKE), 1);
            infer(0);
            write32(FRAMES(COMPLETE), 1);
        }
    }
}
