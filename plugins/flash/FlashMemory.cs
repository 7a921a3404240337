using System.Globalization;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace Memti.Plugins.Flash;

/// <summary>
/// A serial flash outside the chip. It keeps its contents without power, is read over a narrow bus, and is erased block by block before it
/// is written.
/// </summary>
public sealed class FlashMemory(FlashOptions options) : IMemoryModel
{
    private readonly FlashPart _part = FlashPart.Of(options);

    /// <inheritdoc />
    public MemoryFigures Size(MemoryRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        long chips = Chips(options.Capacity is null ? request.Size : request.Provision(request.Size, options.Capacity));
        DataSize capacity = options.Capacity ?? DataSize.FromBits(chips * _part.Chip.Bits);
        Bandwidth read = Rate(_part.Page, _part.PageRead + Transfer(_part.Page));
        Bandwidth write = Rate(_part.Block, Rewrite);
        return new MemoryFigures
        {
            Capacity = capacity,
            Cells = capacity.Bits,
            CellsUsed = request.Size.Bits,
            OnChip = false,
            Volatile = false,
            Read = read,
            Write = write,
            ReadLatency = AccessTime,
            WriteIsExclusive = true,
            // Data sheets state powers, not energies: power over the sustained rate, page fetch and erase included.
            ReadPerBit = PerBit(_part.ReadPower, read),
            WritePerBit = PerBit(_part.WritePower, write),
            OnPower = _part.Standby * chips,
            OffPower = _part.DeepPowerDown * chips,
            WakeLatency = _part.Wake,
            Endurance = _part.EnduranceCycles,
            Retention = FlashRetention.At(options.TemperatureKelvin, _part.RetentionYears),
            Organisation = Describe(capacity, chips),
            Status = NumberStatus.Assumed,
        };
    }

    /// <summary>Time to erase a block and to program all its pages, each of which is first sent over the bus.</summary>
    private SimTime Rewrite =>
        _part.BlockErase + ((_part.PageProgram + Transfer(_part.Page)) * ((_part.Block.Bits + _part.Page.Bits - 1) / _part.Page.Bits));

    /// <summary>
    /// Time to read a word at any address: the command (8 clocks), address and mode bits on four lines (8), 4 dummy clocks and 32 bits of
    /// data. This is the quad read of the NOR part (EBh of W25Q128JV). The sequences of other parts and buses differ: zero, for unknown.
    /// </summary>
    private SimTime AccessTime =>
        options is { Type: FlashType.Nor, BusBits: 4, DoubleRate: false } ? SimTime.FromSeconds(28 / _part.Clock.Hertz) : SimTime.Zero;

    private double BitsPerSecond => _part.Clock.Hertz * options.BusBits * (options.DoubleRate ? 2 : 1);

    private long Chips(DataSize size) => Math.Max(1, (size.Bits + _part.Chip.Bits - 1) / _part.Chip.Bits);

    private SimTime Transfer(DataSize size) => SimTime.FromSeconds(size.Bits / BitsPerSecond);

    private static Bandwidth Rate(DataSize size, SimTime time) => Bandwidth.FromBytesPerSecond(size.Bits / 8.0 / time.Seconds);

    private static Energy PerBit(Power power, Bandwidth rate) => Energy.FromJoules(power.Watts / (rate.BytesPerSecond * 8));

    private string Describe(DataSize capacity, long chips)
    {
        string cells = options.Type == FlashType.Nand ? "NAND" : "NOR";
        string edges = options.DoubleRate ? " double rate" : "";
        string bus = FormattableString.Invariant($"x{options.BusBits} at {_part.Clock.Megahertz:0.###} MHz{edges}");
        string size = FormattableString.Invariant($"{capacity.Mebibytes:0.###} MiB in {chips} {(chips == 1 ? "chip" : "chips")}");
        return string.Create(CultureInfo.InvariantCulture, $"serial {cells}, {bus}, {size}, blocks of {_part.Block.Kibibytes:0.###} KiB");
    }
}
