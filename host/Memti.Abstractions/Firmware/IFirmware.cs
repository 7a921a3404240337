namespace Memti.Abstractions.Firmware;

/// <summary>
/// A power and task policy: a program over simulated time. It may await only what <see cref="ISystemOnChip"/> gives it, one operation at a time.
/// </summary>
public interface IFirmware
{
    /// <summary>
    /// What the policy remembers from frame to frame, as a number: equal numbers promise equal behaviour, which lets the host jump over whole
    /// periods. Null (the default) promises nothing, and every frame is stepped. A policy that remembers nothing returns 0.
    /// </summary>
    long? SteadyState => null;

    /// <summary>Runs until <see cref="ISystemOnChip.NextFrame"/> gives null.</summary>
    ValueTask RunAsync(ISystemOnChip soc);
}
