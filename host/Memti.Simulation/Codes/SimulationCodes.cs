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

    /// <summary>A window of addresses that overlaps another, or is none.</summary>
    public const string AddressOverlap = "MEMTI4101";

    /// <summary>A memory that has no room on the bus, or less than 4096 bytes.</summary>
    public const string NoWindow = "MEMTI4105";

    /// <summary>Devices that go on for more events than a run permits.</summary>
    public const string EventLimit = "MEMTI4104";
}
