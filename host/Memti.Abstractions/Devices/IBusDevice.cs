using Memti.Abstractions.Units;

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

    /// <summary>The registers, for headers, debuggers and documentation. Default: none are described.</summary>
    IReadOnlyList<DeviceRegister> Registers => [];

    /// <summary>Time of one access of a register, which the master waits. Default: zero.</summary>
    SimTime AccessTime => SimTime.Zero;

    /// <summary>
    /// What the device's future depends on, as a number. Equal numbers promise equal times and energies for equal accesses, which lets the
    /// host skip whole periods. Default: null, which promises nothing, also for a device at work.
    /// </summary>
    long? SteadyState => null;

    /// <summary>Returns every register to its reset value and abandons work in progress: the device lost power, or was reset. Default:
    /// nothing, for a device without state.</summary>
    void Reset()
    {
    }

    /// <summary>Reads 1, 2, 4 or 8 bytes. Default: words only.</summary>
    /// <param name="offset">Bytes from the start of the window: a multiple of <paramref name="bytes"/>.</param>
    /// <param name="bytes">1, 2, 4 or 8.</param>
    /// <param name="value">The value in the low bytes.</param>
    /// <returns>False when the device does not answer to this size.</returns>
    bool TryRead(uint offset, int bytes, out ulong value)
    {
        value = bytes == sizeof(uint) ? Read(offset) : 0;
        return bytes == sizeof(uint);
    }

    /// <summary>
    /// Reads as <see cref="TryRead"/> does, for a debugger: without the side effects that a read may have, such as taking a byte from a
    /// queue. Default: the same as <see cref="TryRead"/>, for a device whose reads have none.
    /// </summary>
    /// <param name="offset">Bytes from the start of the window: a multiple of <paramref name="bytes"/>.</param>
    /// <param name="bytes">1, 2, 4 or 8.</param>
    /// <param name="value">The value in the low bytes.</param>
    /// <returns>False when the device does not answer to this size.</returns>
    bool TryPeek(uint offset, int bytes, out ulong value) => TryRead(offset, bytes, out value);

    /// <summary>Writes 1, 2, 4 or 8 bytes. Default: words only.</summary>
    /// <param name="offset">Bytes from the start of the window: a multiple of <paramref name="bytes"/>.</param>
    /// <param name="bytes">1, 2, 4 or 8.</param>
    /// <param name="value">The value in the low bytes.</param>
    /// <returns>False when the device does not answer to this size.</returns>
    bool TryWrite(uint offset, int bytes, ulong value)
    {
        if (bytes != sizeof(uint))
            return false;
        Write(offset, (uint)value);
        return true;
    }

    /// <summary>Reads a word.</summary>
    /// <param name="offset">Bytes from the start of the window: a multiple of four, below <see cref="WindowBytes"/>.</param>
    uint Read(uint offset);

    /// <summary>Writes a word.</summary>
    /// <param name="offset">Bytes from the start of the window: a multiple of four, below <see cref="WindowBytes"/>.</param>
    /// <param name="value">The word.</param>
    void Write(uint offset, uint value);
}
