# Start of the firmware, at every power-on. Variables are cleared: none has another initial value.
    .section .text.start, "ax"
    .globl _start
_start:
    la      sp, _stack_top
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
