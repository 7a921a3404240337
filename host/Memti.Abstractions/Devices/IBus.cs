using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;

namespace Memti.Abstractions.Devices;

/// <summary>A system bus as its master sees it: firmware, or a driver that stands for it.</summary>
public interface IBus
{
    /// <summary>The simulated time.</summary>
    SimTime Now { get; }

    /// <summary>Reads a word of a device. Takes no simulated time.</summary>
    /// <exception cref="MemtiException">
    /// <see cref="DiagnosticCode.BusAddress"/>: no device is there; <see cref="DiagnosticCode.BusAlignment"/>: no multiple of four.
    /// </exception>
    uint Read(ulong address);

    /// <summary>Writes a word of a device. Takes no simulated time.</summary>
    /// <exception cref="MemtiException">As <see cref="Read"/>, and whatever the device refuses.</exception>
    void Write(ulong address, uint value);

    /// <summary>Calls back later, after all that devices do at that moment.</summary>
    /// <param name="delay">Zero or more.</param>
    /// <param name="callback">What to do then.</param>
    void Schedule(SimTime delay, Action callback);
}
