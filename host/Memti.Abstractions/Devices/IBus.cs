using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;

namespace Memti.Abstractions.Devices;

/// <summary>A system bus as its master uses it: firmware, or a driver in its place.</summary>
public interface IBus
{
    /// <summary>Current simulated time.</summary>
    SimTime Now { get; }

    /// <summary>Reads a word of a device. Takes no simulated time.</summary>
    /// <exception cref="MemtiException">
    /// <see cref="DiagnosticCode.BusAddress"/>: no device answers; <see cref="DiagnosticCode.BusAlignment"/>: not a multiple of four.
    /// </exception>
    uint Read(ulong address);

    /// <summary>Writes a word of a device. Takes no simulated time.</summary>
    /// <exception cref="MemtiException">As <see cref="Read"/>; also any error of the device.</exception>
    void Write(ulong address, uint value);

    /// <summary>Schedules a callback. It runs after all device events of that moment.</summary>
    /// <param name="delay">Zero or more.</param>
    /// <param name="callback">Runs once.</param>
    void Schedule(SimTime delay, Action callback);
}
