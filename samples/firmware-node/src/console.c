#include <stdarg.h>
#include "console.h"
#include "device.h"

#define TRANSMITTER_EMPTY 0x20u

static void put(char character)
{
    while (!(read8(MEMTI_UART_BASE + MEMTI_UART_LSR) & TRANSMITTER_EMPTY))
        ;
    write8(MEMTI_UART_BASE + MEMTI_UART_THR, (uint8_t)character);
}

static void put_text(const char *text)
{
    while (*text)
        put(*text++);
}

static void put_decimal(uint32_t number)
{
    char digits[11];
    char *first = digits + sizeof digits - 1;
    *first = 0;
    do {
        *--first = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    put_text(first);
}

static void put_hexadecimal(uint32_t number)
{
    for (int shift = 28; shift >= 0; shift -= 4)
        put("0123456789abcdef"[number >> shift & 15]);
}

void print(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    for (; *format; format++) {
        if (*format != '%') {
            put(*format);
            continue;
        }
        switch (*++format) {
        case 'u': put_decimal(va_arg(arguments, uint32_t)); break;
        case 'x': put_hexadecimal(va_arg(arguments, uint32_t)); break;
        case 's': put_text(va_arg(arguments, const char *)); break;
        default: put(*format);
        }
    }
    va_end(arguments);
}
