/* Text on the UART. */
#ifndef CONSOLE_H
#define CONSOLE_H

/* Prints text with %u (decimal), %x (eight hexadecimal digits), %s and %%. */
void print(const char *format, ...);

#endif
