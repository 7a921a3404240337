# Runs at power-on and after each power-down. Only the core and the memory of the code are on then: the data memory is woken first.
# Data has no initial values: what it holds after a power-down is arbitrary.
    .equ    POWER, 0x10010000
    .equ    BUSY, 0x04
    .equ    WAKE, 0x08
    .equ    DATA, 1 << 2            # domains: 0 is the accelerator, 1 the code, 2 the data

    .section .text.start, "ax"
    .globl _start
_start:
    csrw    mie, zero
    li      t0, POWER
    li      t1, DATA
    sw      t1, WAKE(t0)
waking:
    lw      t1, BUSY(t0)
    bnez    t1, waking
    la      sp, stack_top
    call    main
    j       .
