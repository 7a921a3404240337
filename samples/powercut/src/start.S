# Start of the firmware, at every power-on. There are no variables with initial values: the stack is all that lies in SRAM.
    .section .text.start, "ax"
    .globl _start
_start:
    la      sp, _stack_top
    call    main
    j       .                           # main does not return
