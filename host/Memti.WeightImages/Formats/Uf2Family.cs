using System.Globalization;

namespace Memti.WeightImages.Formats;

/// <summary>A family of chips in UF2 files. A boot loader passes over blocks for another family.</summary>
/// <param name="Name">Name in formats; empty for no family.</param>
/// <param name="Title">Name in texts.</param>
/// <param name="Id">Value of the field <c>familyID</c>.</param>
/// <param name="BlockBytes">Bytes that the boot loader erases and writes together: images begin at a multiple and are filled up to one.
/// </param>
/// <remarks>Numbers: microsoft/uf2, utils/uf2families.json; RP2350: raspberrypi/pico-sdk, boot/uf2.h.</remarks>
internal sealed record Uf2Family(string Name, string Title, uint Id, int BlockBytes = Uf2.PayloadBytes)
{
    /// <summary>RP2350 family whose blocks are for addresses of the flash, whatever partitions there are.</summary>
    public const uint Absolute = 0xE48BFF57;

    /// <summary>Flash sector of RP2040 and RP2350, which their boot loaders erase as a whole.</summary>
    private const int Rp2Sector = 4096;

    private static readonly Dictionary<uint, string> Others = new()
    {
        [Absolute] = "RP2350, absolute addresses",
        [0xE48BFF58] = "RP2350, data",
        [0xE48BFF5B] = "RP2350, Arm non-secure",
        [0x1C5F21B0] = "ESP32",
        [0xBFDD4EEE] = "ESP32-S2",
        [0xC47E5767] = "ESP32-S3",
        [0xD42BA06C] = "ESP32-C3",
        [0x540DDF62] = "ESP32-C6",
        [0x3D308E94] = "ESP32-P4",
        [0x68ED2B88] = "SAMD21",
        [0x1B57745F] = "nRF52",
        [0x621E937A] = "nRF52833",
        [0x5EE21072] = "STM32F1",
        [0x6B846188] = "STM32F3",
        [0x53B80F00] = "STM32F7",
        [0x00FF6919] = "STM32L4",
        [0x4C71240A] = "STM32G4",
        [0x70D16653] = "STM32WB",
        [0x2ABC77EC] = "LPC55",
        [0x16573617] = "ATmega32",
    };

    /// <summary>No family: boot loaders for several take such blocks or refuse them.</summary>
    public static Uf2Family None { get; } = new("", "any family", 0);

    /// <summary>Families to write images for: chips that run from a flash at fixed addresses.</summary>
    public static IReadOnlyList<Uf2Family> Targets { get; } =
    [
        new("rp2040", "RP2040", 0xE48BFF56, Rp2Sector),
        new("rp2350-arm-s", "RP2350, Arm secure", 0xE48BFF59, Rp2Sector),
        new("rp2350-riscv", "RP2350, RISC-V", 0xE48BFF5A, Rp2Sector),
        new("samd51", "SAMD51", 0x55114460),
        new("nrf52840", "nRF52840", 0xADA52840),
        new("stm32f4", "STM32F4", 0x57755A57),
        new("stm32h7", "STM32H7", 0x6DB66082),
        new("mimxrt10xx", "i.MX RT10xx", 0x4FB2D5BD),
    ];

    /// <summary>True for a chip whose boot loader wants an absolute block first (erratum RP2350-E10).</summary>
    public bool NeedsAbsoluteBlock => Name.StartsWith("rp2350", StringComparison.Ordinal);

    /// <summary>Number and name of a family.</summary>
    public static string Describe(uint id)
    {
        string? title = Targets.FirstOrDefault(family => family.Id == id)?.Title ?? Others.GetValueOrDefault(id);
        return string.Create(CultureInfo.InvariantCulture, $"0x{id:X8}{(title is null ? "" : $" ({title})")}");
    }
}
