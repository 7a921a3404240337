# Start-up: stack, cleared .bss, main. A trap before main or in it stops with a failure.
    .section .text.start
    .globl _start
_start:
    la      t0, trap
    csrw    mtvec, t0
    la      sp, __stack
    la      t0, __bss_begin
    la      t1, __bss_end
1:  bgeu    t0, t1, 2f
    sw      zero, 0(t0)
    addi    t0, t0, 4
    j       1b
2:  call    main
    .align  2
trap:
    li      t0, 0x100000
    li      t1, 0x13333
    sw      t1, 0(t0)
3:  j       3b
