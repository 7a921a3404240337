# Start of the firmware: runs at power-on and after each power-down, because a core that was off begins here with registers of zero.
# The linker script gives the symbols. A machine with power domains has a header.

#if __has_include("memti_machine.h")
#include "memti_machine.h"
#endif

    .section .text.start, "ax"
    .globl _start
_start:
    la      sp, _stack_top
    la      t0, trap_entry
    csrw    mtvec, t0                   # direct mode: every trap arrives there
    csrw    mie, zero

#ifdef MEMTI_POWER_BASE
    # The core wakes with the memory of its program. The memory of its variables sleeps.
    li      t0, MEMTI_POWER_BASE
    li      t1, 1 << MEMTI_DOMAIN_DATA
    sw      t1, MEMTI_POWER_WAKE(t0)
asleep:
    lw      t1, MEMTI_POWER_BUSY(t0)
    bnez    t1, asleep
#endif

    la      a0, _data_start             # initial values of variables, from non-volatile memory
    la      a1, _data_end
    la      a2, _data_load
    beq     a0, a2, clear               # linked into RAM: they are in place
copy:
    bgeu    a0, a1, clear
    lw      t0, 0(a2)
    sw      t0, 0(a0)
    addi    a0, a0, 4
    addi    a2, a2, 4
    j       copy
clear:
    la      a0, _bss_start
    la      a1, _bss_end
zero_word:
    bgeu    a0, a1, enter
    sw      zero, 0(a0)
    addi    a0, a0, 4
    j       zero_word
enter:
    call    main
    j       .                           # main does not return

# Saves what a C function may change, and calls void trap(uint32_t cause, uint32_t pc, uint32_t value).
    .align  2
    .globl  trap_entry
trap_entry:
    addi    sp, sp, -64
    sw      ra, 0(sp)
    sw      t0, 4(sp)
    sw      t1, 8(sp)
    sw      t2, 12(sp)
    sw      a0, 16(sp)
    sw      a1, 20(sp)
    sw      a2, 24(sp)
    sw      a3, 28(sp)
    sw      a4, 32(sp)
    sw      a5, 36(sp)
    sw      a6, 40(sp)
    sw      a7, 44(sp)
    sw      t3, 48(sp)
    sw      t4, 52(sp)
    sw      t5, 56(sp)
    sw      t6, 60(sp)
    csrr    a0, mcause
    csrr    a1, mepc
    csrr    a2, mtval
    call    trap
    lw      ra, 0(sp)
    lw      t0, 4(sp)
    lw      t1, 8(sp)
    lw      t2, 12(sp)
    lw      a0, 16(sp)
    lw      a1, 20(sp)
    lw      a2, 24(sp)
    lw      a3, 28(sp)
    lw      a4, 32(sp)
    lw      a5, 36(sp)
    lw      a6, 40(sp)
    lw      a7, 44(sp)
    lw      t3, 48(sp)
    lw      t4, 52(sp)
    lw      t5, 56(sp)
    lw      t6, 60(sp)
    addi    sp, sp, 64
    mret
