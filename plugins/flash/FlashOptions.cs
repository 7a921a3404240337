using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace Memti.Plugins.Flash;

/// <summary>Options of a serial flash. Values that a scenario omits are those of the part behind the type.</summary>
public sealed class FlashOptions
{
    private const string Parts = "data sheets of Winbond W25Q128JV (nor) and W25N01GV (nand)";
    private const string Typical = "typical of such parts; not yet checked against the " + Parts;

    /// <summary>Cell architecture.</summary>
    [Parameter("Cells: nor (W25Q128JV, 128 Mb) or nand (W25N01GV, 1 Gb, single-level)", Source = Parts, Status = NumberStatus.Published)]
    public FlashType Type { get; set; } = FlashType.Nor;

    /// <summary>Capacity of all chips together; null to fit the contents.</summary>
    [Parameter("Data capacity; leave out for as many chips as the contents need", Unit = "kib", Minimum = 1, Maximum = 67108864,
        Source = "the contents", Status = NumberStatus.Derived)]
    public DataSize? Capacity { get; set; }

    /// <summary>Capacity of one chip.</summary>
    [Parameter("Capacity of one chip; leave out for 16384 (nor) or 131072 (nand)", Unit = "kib", Minimum = 1, Maximum = 67108864,
        Source = Parts, Status = NumberStatus.Published)]
    public DataSize? Chip { get; set; }

    /// <summary>Clock of the bus.</summary>
    [Parameter("Clock of the bus; leave out for 133 (nor) or 104 (nand)",
        Unit = "mhz", Minimum = 0.1, Maximum = 1000, Source = Parts, Status = NumberStatus.Published)]
    public Frequency? Clock { get; set; }

    /// <summary>Data lines of the bus.</summary>
    [Parameter("Data lines of the bus",
        Unit = "bit", Minimum = 1, Maximum = 16, PowersOfTwo = true, Source = "quad SPI (" + Parts + ")", Status = NumberStatus.Published)]
    public int BusBits { get; set; } = 4;

    /// <summary>True when both clock edges carry data.</summary>
    [Parameter("Data on both edges of the clock", Source = "single rate at that clock (" + Parts + ")", Status = NumberStatus.Published)]
    public bool DoubleRate { get; set; }

    /// <summary>Page: the unit of a program or page read.</summary>
    [Parameter("Page; leave out for 256 (nor) or 2048 (nand)",
        Unit = "byte", Minimum = 1, Maximum = 65536, Source = Parts, Status = NumberStatus.Published)]
    public DataSize? Page { get; set; }

    /// <summary>Block: the unit of an erase.</summary>
    [Parameter("Block that one erase clears; leave out for 64 (nor) or 128 (nand)",
        Unit = "kib", Minimum = 1, Maximum = 65536, Source = Parts, Status = NumberStatus.Published)]
    public DataSize? Block { get; set; }

    /// <summary>Time to fetch a page from the array into the page buffer.</summary>
    [Parameter("Time to bring a page into the buffer; leave out for 0 (nor) or 60 (nand, with error correction)",
        Unit = "us", Minimum = 0, Maximum = 1e6,
        Source = Parts, Status = NumberStatus.Published)]
    public SimTime? PageRead { get; set; }

    /// <summary>Time to program a page.</summary>
    [Parameter("Time to program a page; leave out for 700 (nor) or 250 (nand)",
        Unit = "us", Minimum = 0, Maximum = 1e6, Source = Parts, Status = NumberStatus.Published)]
    public SimTime? PageProgram { get; set; }

    /// <summary>Time to erase a block.</summary>
    [Parameter("Time to erase a block; leave out for 150 (nor) or 2 (nand)",
        Unit = "ms", Minimum = 0, Maximum = 1e5, Source = Typical, Status = NumberStatus.Assumed)]
    public SimTime? BlockErase { get; set; }

    /// <summary>Power during a read.</summary>
    [Parameter("Power while it is read; leave out for 66 (nor, 20 mA at 3.3 V) or 82.5 (nand, 25 mA)",
        Unit = "mw", Minimum = 0, Maximum = 1e5,
        Source = Typical, Status = NumberStatus.Assumed)]
    public Power? Read { get; set; }

    /// <summary>Power during a program or erase.</summary>
    [Parameter("Power while it programs or erases; leave out for 66 (nor, 20 mA at 3.3 V) or 82.5 (nand, 25 mA)",
        Unit = "mw", Minimum = 0, Maximum = 1e5,
        Source = Typical, Status = NumberStatus.Assumed)]
    public Power? Program { get; set; }

    /// <summary>Standby power of a chip.</summary>
    [Parameter("Standby power of each chip; leave out for 33 (10 uA at 3.3 V)",
        Unit = "uw", Minimum = 0, Maximum = 1e8, Source = Typical, Status = NumberStatus.Assumed)]
    public Power? Standby { get; set; }

    /// <summary>Power of a chip in deep power-down.</summary>
    [Parameter("Power of each chip when down; leave out for 3.3 (nor, 1 uA in deep power-down) or 33 (nand, which has no such state)",
        Unit = "uw", Minimum = 0, Maximum = 1e8,
        Source = Typical, Status = NumberStatus.Assumed)]
    public Power? DeepPowerDown { get; set; }

    /// <summary>Time from deep power-down to the first access.</summary>
    [Parameter("Time from deep power-down to the first access; leave out for 3 (nor) or 0 (nand)", Unit = "us", Minimum = 0, Maximum = 1e9,
        Source = "tRES1, " + Typical, Status = NumberStatus.Assumed)]
    public SimTime? Wake { get; set; }

    /// <summary>Program and erase cycles that a block survives.</summary>
    [Parameter("Program and erase cycles that a block survives; leave out for 1e5",
        Unit = "cycles", Minimum = 1, Maximum = 1e16, Source = Typical, Status = NumberStatus.Assumed)]
    public double? EnduranceCycles { get; set; }

    /// <summary>Retention at 55 °C in years.</summary>
    [Parameter("How long contents last at 55 C (328.15 K); leave out for 20 (nor) or 10 (nand)",
        Unit = "years", Minimum = 0.001, Maximum = 1000,
        Source = Typical + "; the temperature is that of the usual test plan (JESD47)", Status = NumberStatus.Assumed)]
    public double? RetentionYears { get; set; }

    /// <summary>Temperature of the chips.</summary>
    [Parameter("Temperature of the chips; retention falls with it, other figures hold over the whole range",
        Unit = "K", Minimum = 233.15, Maximum = 398.15,
        Source = "55 C, at which retention is stated", Status = NumberStatus.Assumed)]
    public double TemperatureKelvin { get; set; } = FlashRetention.StatedKelvin;
}
