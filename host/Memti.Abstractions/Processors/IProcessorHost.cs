namespace Memti.Abstractions.Processors;

/// <summary>
/// The system around a core. The core reads and writes the contents of <see cref="Memories"/> itself and calls the host for every other
/// address. All calls come from the thread that runs the core.
/// </summary>
public interface IProcessorHost
{
    /// <summary>The memories with contents, ordered by address. Their ranges do not overlap. The list does not change.</summary>
    IReadOnlyList<CoreMemory> Memories { get; }

    /// <summary>Ticks of the machine timer at the core's present cycle.</summary>
    ulong TimerTicks { get; }

    /// <summary>
    /// Loads from a device, or from a memory that the core must not read itself. The host may lower <see cref="IProcessorCore.Limit"/>
    /// during the call.
    /// </summary>
    /// <param name="address">Any address.</param>
    /// <param name="bytes">1, 2, 4 or 8.</param>
    CoreAccess Load(ulong address, int bytes);

    /// <summary>Stores to a device, or to a memory that the core must not write itself. As <see cref="Load"/>.</summary>
    /// <param name="address">Any address.</param>
    /// <param name="bytes">1, 2, 4 or 8.</param>
    /// <param name="value">The value in the low bytes.</param>
    CoreAccess Store(ulong address, int bytes, ulong value);
}
