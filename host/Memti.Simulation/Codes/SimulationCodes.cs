namespace Memti.Simulation.Codes;

/// <summary>Codes of the simulation: firmware, the ledger, devices on a bus.</summary>
public static class SimulationCodes
{
    /// <summary>Firmware that threw.</summary>
    public const string FirmwareThrew = "MEMTI4001";

    /// <summary>Firmware that returned before the last frame.</summary>
    public const string FirmwareEnded = "MEMTI4002";

    /// <summary>Firmware that waits for something outside simulated time.</summary>
    public const string FirmwareStalled = "MEMTI4003";

    /// <summary>Firmware that never advances simulated time, or never returns to the simulator.</summary>
    public const string NoProgress = "MEMTI4004";

    /// <summary>The postings of the ledger do not add up to the integral of power.</summary>
    public const string LedgerOpen = "MEMTI4005";

    /// <summary>The energies of a supply do not balance.</summary>
    public const string SupplyOpen = "MEMTI4008";

    /// <summary>A part of a supply with a figure that cannot be.</summary>
    public const string BadSupplyFigure = "MEMTI4009";

    /// <summary>A window of addresses that overlaps another, or is none.</summary>
    public const string AddressOverlap = "MEMTI4101";

    /// <summary>A memory that has no room on the bus, or less than 4096 bytes.</summary>
    public const string NoWindow = "MEMTI4105";

    /// <summary>A device that reads contents which nobody has written since power-up.</summary>
    public const string UnwrittenRead = "MEMTI4110";

    /// <summary>An accelerator that reads the parameters of another task than the one it works for.</summary>
    public const string OtherTaskRead = "MEMTI4116";

    /// <summary>A device that needs a memory which is not on.</summary>
    public const string MemoryWithoutPower = "MEMTI4111";

    /// <summary>An exception of a core that no handler took.</summary>
    public const string CoreFault = "MEMTI4112";

    /// <summary>Firmware on a core that waits, while nothing that may wake it is under way.</summary>
    public const string CoreSleeps = "MEMTI4113";

    /// <summary>Firmware on a core that never waits for an interrupt.</summary>
    public const string CoreNeverWaits = "MEMTI4114";

    /// <summary>Firmware that ended the run with a failure.</summary>
    public const string FirmwareFailed = "MEMTI4115";
}
