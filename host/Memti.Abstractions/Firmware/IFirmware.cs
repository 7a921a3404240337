namespace Memti.Abstractions.Firmware;

/// <summary>
/// A power and task policy: a program over simulated time. It may await only the operations of <see cref="ISystemOnChip"/>, one at a time.
/// </summary>
public interface IFirmware
{
    /// <summary>
    /// The policy's memory from frame to frame, as a number. Equal numbers promise equal behaviour, which lets the host skip whole periods.
    /// Return 0 when the policy remembers nothing. Default: null, which promises nothing, so that the host steps through every frame.
    /// </summary>
    long? SteadyState => null;

    /// <summary>
    /// The interrupt of the supply: its voltage fell to the warning threshold. Firmware may note it and act after the operation under way;
    /// it cannot start one here. When the supply comes back after a brown-out, a new object of the policy runs from the start.
    /// </summary>
    void SupplyWarned()
    {
    }

    /// <summary>Runs until <see cref="ISystemOnChip.NextFrame"/> returns null.</summary>
    /// <param name="soc">The hardware. Use it only from this call.</param>
    ValueTask RunAsync(ISystemOnChip soc);
}
