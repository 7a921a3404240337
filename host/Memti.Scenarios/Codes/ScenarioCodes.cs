namespace Memti.Scenarios.Codes;

/// <summary>Codes of scenarios, the kinds in them, and their calibration.</summary>
public static class ScenarioCodes
{
    /// <summary>A kind that no loaded plugin offers.</summary>
    public const string UnknownKind = "MEMTI2007";

    /// <summary>A calibration file that cannot be read or applied.</summary>
    public const string BadCalibration = "MEMTI2012";

    /// <summary>Firmware in an ELF file without a processor.</summary>
    public const string FirmwareNeedsProcessor = "MEMTI2013";

    /// <summary>Thresholds of a supply in the wrong order.</summary>
    public const string SupplyThresholds = "MEMTI2015";

    /// <summary>A trace of arrivals that cannot be used.</summary>
    public const string BadArrivals = "MEMTI2016";

    /// <summary>Streams that wait for each other in a circle.</summary>
    public const string StreamCircle = "MEMTI2017";
}
