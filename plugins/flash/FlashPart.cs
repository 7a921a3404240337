using Memti.Abstractions.Units;

namespace Memti.Plugins.Flash;

/// <summary>Numbers of one part: those of its data sheet, each of which a scenario may override.</summary>
internal sealed record FlashPart
{
    /// <summary>
    /// Winbond W25Q128JV (revisions C to F): typical times and powers at 3.3 V; the read current is the maximum. Erase time, powers,
    /// wake-up, endurance and retention are assumed until checked against the data sheet.
    /// </summary>
    private static readonly FlashPart Nor = new()
    {
        Chip = DataSize.FromKibibytes(16384),
        Clock = Frequency.FromMegahertz(133),
        Page = DataSize.FromBytes(256),
        Block = DataSize.FromKibibytes(64),
        // NOR is read in place: there is no page buffer to fill.
        PageRead = SimTime.Zero,
        PageProgram = SimTime.FromMicroseconds(700),
        BlockErase = SimTime.FromMilliseconds(150),
        ReadPower = Power.FromMilliwatts(66),
        WritePower = Power.FromMilliwatts(66),
        Standby = Power.FromMicrowatts(33),
        DeepPowerDown = Power.FromMicrowatts(3.3),
        Wake = SimTime.FromMicroseconds(3),
        EnduranceCycles = 1e5,
        RetentionYears = 20,
    };

    /// <summary>
    /// Winbond W25N01GV (revisions L and O): typical times and powers at 3.3 V; the page read is the maximum, error correction included.
    /// Erase time, powers, endurance and retention are assumed until checked against the data sheet.
    /// </summary>
    private static readonly FlashPart Nand = new()
    {
        Chip = DataSize.FromKibibytes(131072),
        Clock = Frequency.FromMegahertz(104),
        Page = DataSize.FromBytes(2048),
        Block = DataSize.FromKibibytes(128),
        PageRead = SimTime.FromMicroseconds(60),
        PageProgram = SimTime.FromMicroseconds(250),
        BlockErase = SimTime.FromMilliseconds(2),
        ReadPower = Power.FromMilliwatts(82.5),
        WritePower = Power.FromMilliwatts(82.5),
        Standby = Power.FromMicrowatts(33),
        // This part has no deep power-down: standby is all it offers, and it needs no time to leave it.
        DeepPowerDown = Power.FromMicrowatts(33),
        Wake = SimTime.Zero,
        EnduranceCycles = 1e5,
        RetentionYears = 10,
    };

    public required DataSize Chip { get; init; }

    public required Frequency Clock { get; init; }

    public required DataSize Page { get; init; }

    public required DataSize Block { get; init; }

    public required SimTime PageRead { get; init; }

    public required SimTime PageProgram { get; init; }

    public required SimTime BlockErase { get; init; }

    public required Power ReadPower { get; init; }

    public required Power WritePower { get; init; }

    public required Power Standby { get; init; }

    public required Power DeepPowerDown { get; init; }

    public required SimTime Wake { get; init; }

    public required double EnduranceCycles { get; init; }

    public required double RetentionYears { get; init; }

    /// <summary>The part of the chosen type, with the overrides of the scenario.</summary>
    public static FlashPart Of(FlashOptions options)
    {
        FlashPart part = options.Type == FlashType.Nand ? Nand : Nor;
        return new FlashPart
        {
            Chip = options.Chip ?? part.Chip,
            Clock = options.Clock ?? part.Clock,
            Page = options.Page ?? part.Page,
            Block = options.Block ?? part.Block,
            PageRead = options.PageRead ?? part.PageRead,
            PageProgram = options.PageProgram ?? part.PageProgram,
            BlockErase = options.BlockErase ?? part.BlockErase,
            ReadPower = options.Read ?? part.ReadPower,
            WritePower = options.Program ?? part.WritePower,
            Standby = options.Standby ?? part.Standby,
            DeepPowerDown = options.DeepPowerDown ?? part.DeepPowerDown,
            Wake = options.Wake ?? part.Wake,
            EnduranceCycles = options.EnduranceCycles ?? part.EnduranceCycles,
            RetentionYears = options.RetentionYears ?? part.RetentionYears,
        };
    }
}
