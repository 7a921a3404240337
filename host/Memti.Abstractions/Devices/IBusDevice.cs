namespace Memti.Abstractions.Devices;

/// <summary>
/// A device behind a window of addresses. Its registers are 32-bit words, little-endian, at multiples of four bytes. A device holds no policy:
/// it does what its registers say, and whoever writes them decides.
/// </summary>
public interface IBusDevice
{
    /// <summary>Size of the window in bytes: a multiple of four, 4 and more.</summary>
    uint WindowBytes { get; }

    /// <summary>Interrupt lines that the device drives, 0 and more.</summary>
    int InterruptLines { get; }

    /// <summary>Reads a word.</summary>
    /// <param name="offset">Bytes from the start of the window: a multiple of four, below <see cref="WindowBytes"/>.</param>
    uint Read(uint offset);

    /// <summary>Writes a word.</summary>
    /// <param name="offset">Bytes from the start of the window: a multiple of four, below <see cref="WindowBytes"/>.</param>
    /// <param name="value">The word.</param>
    void Write(uint offset, uint value);
}
