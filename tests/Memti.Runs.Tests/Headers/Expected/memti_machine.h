/* Design small of scenario test. Do not edit: `memti firmware headers` writes this file. */
#ifndef MEMTI_MACHINE_H
#define MEMTI_MACHINE_H

/* uart, 0x10000000 to 0x100000FF */
#define MEMTI_UART_BASE 0x10000000
#define MEMTI_IRQ_UART 10
#define MEMTI_UART_THR 0x0 /* Write: sends a byte. Nothing is ever received. 8 bits. */
#define MEMTI_UART_IER 0x1 /* Interrupts. 8 bits. */
#define MEMTI_UART_IER_EMPTY_MASK 0x2
#define MEMTI_UART_IER_EMPTY_SHIFT 1
#define MEMTI_UART_IIR 0x2 /* Read: what interrupts. Write: control of the FIFO. 8 bits. */
#define MEMTI_UART_LCR 0x3 /* Form of the line. 8 bits. */
#define MEMTI_UART_LCR_DIVISOR_MASK 0x80
#define MEMTI_UART_LCR_DIVISOR_SHIFT 7
#define MEMTI_UART_MCR 0x4 /* Control of the modem: kept, without effect. 8 bits. */
#define MEMTI_UART_LSR 0x5 /* State of the line. 8 bits. */
#define MEMTI_UART_LSR_EMPTY_MASK 0x20
#define MEMTI_UART_LSR_EMPTY_SHIFT 5
#define MEMTI_UART_LSR_IDLE_MASK 0x40
#define MEMTI_UART_LSR_IDLE_SHIFT 6
#define MEMTI_UART_MSR 0x6 /* State of the modem. 8 bits. */
#define MEMTI_UART_SCR 0x7 /* Scratch. 8 bits. */

/* accelerator, 0x30000000 to 0x300000FF */
#define MEMTI_ACCELERATOR_BASE 0x30000000
#define MEMTI_IRQ_ACCELERATOR 1
#define MEMTI_ACCELERATOR_STATUS 0x0 /* What is done. */
#define MEMTI_ACCELERATOR_STATUS_DONE_MASK 0x30
#define MEMTI_ACCELERATOR_STATUS_DONE_SHIFT 4
#define MEMTI_ACCELERATOR_COUNT 0x8 /* Cycles. 2 registers. 64 bits. */

/* Clocks, in Hz */
#define MEMTI_TIMER_HZ 10000000
#define MEMTI_CORE_HZ 100000000

/* Power domains: numbers for the registers of the power controller */
#define MEMTI_DOMAIN_ACCELERATOR 0
#define MEMTI_DOMAIN_CODE 1
#define MEMTI_DOMAIN_SLOTS 2
#define MEMTI_DOMAIN_BACK_UP 3
#define MEMTI_DOMAIN_PROCESSOR 4

/* Memories */
#define MEMTI_MEMORY_CODE_BASE 0x20000000
#define MEMTI_MEMORY_CODE_BYTES 0x10000
#define MEMTI_MEMORY_SLOTS_BASE 0x80000000
#define MEMTI_MEMORY_SLOTS_BYTES 0x1000
#define MEMTI_MEMORY_BACK_UP_BASE 0x40000000 /* reached by transfers alone */
#define MEMTI_MEMORY_BACK_UP_BYTES 0x1000

/* Tasks */
#define MEMTI_TASKS 2
#define MEMTI_TASK_A_B 0
#define MEMTI_TASK_A_B_2 1
#define MEMTI_SLOTS 2 /* places for parameters of tasks in the working memory */

#ifndef __ASSEMBLER__
#include <stdint.h>

/* Where the parameters of each task are in the backing store, and how many bytes they take. */
static const uint32_t memti_task_set_source[] __attribute__((unused)) = {
    0x40000000, 0x40000080,
};
static const uint32_t memti_task_set_bytes[] __attribute__((unused)) = {
    0x64, 0x21,
};
static const uint32_t memti_slot_address[] __attribute__((unused)) = {
    0x80000000, 0x80000080,
};
#endif

#endif
