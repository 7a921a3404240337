namespace Memti.Abstractions.Devices;

/// <summary>
/// A device behind a window of addresses. Its registers are 32-bit little-endian words at multiples of four bytes. A device makes no
/// decisions: it does what its registers say, and their writer decides.
/// </summary>
public interface IBusDevice
{
    /// <summary>Size of the window in bytes: a multiple of four, at least 4.</summary>
    uint WindowBytes { get; }

    /// <summary>Number of interrupt lines that the device drives, 0 or more.</summary>
    int InterruptLines { get; }

    /// <summary>Reads a word.</summary>
    /// <param name="offset">Bytes from the start of the window: a multiple of four, below <see cref="WindowBytes"/>.</param>
    uint Read(uint offset);

    /// <summary>Writes a word.</summary>
    /// <param name="offset">Bytes from the start of the window: a multiple of four, below <see cref="WindowBytes"/>.</param>
    /// <param name="value">The word.</param>
    void Write(uint offset, uint value);
}
