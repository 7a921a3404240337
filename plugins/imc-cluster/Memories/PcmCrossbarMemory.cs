using System.Globalization;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;
using Memti.Plugins.ImcCluster.Noise;
using Memti.Plugins.ImcCluster.Options;

namespace Memti.Plugins.ImcCluster.Memories;

/// <summary>
/// Crossbars as a memory: where the weights of an <c>imc-cluster</c> lie, without power too. Products read them in place; this memory is
/// written by deployments and says what noise does to its weights.
/// </summary>
public sealed class PcmCrossbarMemory(PcmCrossbarOptions options) : IFaultyMemory
{
    /// <summary>Cells of the array whose area is known.</summary>
    private const double KnownCells = 256 * 256;

    /// <summary>Weights of one access.</summary>
    private const int AccessWeights = 8;

    /// <summary>Widest value that one position holds.</summary>
    private const int WidestValue = 8;

    /// <summary>Polarities of a weight.</summary>
    private const int Polarities = 2;

    private readonly PcmCrossbarOptions _options = options ?? throw new ArgumentNullException(nameof(options));

    private long Positions => (long)_options.Rows * _options.Columns;

    /// <inheritdoc />
    public MemoryFigures Size(MemoryRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        StatisticsCheck.Of(_options);
        long used = checked(request.Contents.Sum(static block => block.Words * PositionsOf(block.BitsPerWord)));
        long arrays = Math.Max(1, (used + Positions - 1) / Positions);
        if (_options.Arrays is { } built)
            arrays = arrays <= built ? built : throw Missing(request.Memory, arrays, built);
        // Mean bits of a position: what an access of eight of them moves.
        double bits = used == 0 ? WidestValue : (double)request.Size.Bits / used;
        return new MemoryFigures
        {
            Capacity = DataSize.FromBits(checked((long)Math.Ceiling(arrays * Positions * bits))),
            Cells = checked(arrays * Positions * Polarities * _options.Devices),
            CellsUsed = used * Polarities * _options.Devices,
            Area = _options.Array * (arrays * Positions / KnownCells),
            Volatile = false,
            Read = Rate(bits, _options.Read),
            Write = Rate(bits, _options.Write),
            ReadLatency = _options.Read,
            WriteLatency = _options.Write,
            WriteIsExclusive = true,
            ReadPerBit = _options.ReadWeight / bits,
            WritePerBit = _options.Pulse * (_options.ProgramPulses * Polarities * _options.Devices / bits),
            OnPower = _options.Leakage * arrays,
            OffPower = _options.Leakage * (arrays / 100.0),
            Endurance = Math.Max(1, _options.EnduranceCycles / _options.ProgramPulses),
            Retention = TimeSpan.FromDays(_options.RetentionYears * 365.25),
            Organisation = string.Create(
                CultureInfo.InvariantCulture,
                $"{arrays} {(arrays == 1 ? "crossbar" : "crossbars")} of {_options.Rows} x {_options.Columns}, "
                    + $"{_options.Devices * Polarities} devices a weight"),
            Status = NumberStatus.Assumed,
        };
    }

    /// <inheritdoc />
    /// <exception cref="MemtiException">
    /// <see cref="ImcCodes.NotAnalog"/>: more than 8 bits, several cells, or a code. <see cref="DiagnosticCode.ValueOutOfRange"/>: options
    /// that the statistics do not take.
    /// </exception>
    public IValueFaults FaultsOf(StoredValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        StatisticsCheck.Of(_options);
        if (values.Bits is < 2 or > WidestValue)
            throw Refuse("bits of a value", values.Bits.ToString(CultureInfo.InvariantCulture), "2 to 8");
        if (values.Cells is { Cells: > 1 } cells)
            throw Refuse("cells of a value", cells.ToString(), "none stated: a value is one pair of conductances");
        if (values.Correction is not null)
            throw Refuse("error-correcting code", "stated", "none: a code corrects digits, and conductances have none");
        var weights = new AnalogWeights(Law(), _options.AgeS, _options.DriftCompensation);
        return new AnalogFaults(new AnalogCodes(values.Bits, _options.WeightBits, weights));
    }

    private ConductanceLaw Law() => _options.Statistics switch
    {
        CrossbarStatistics.Hermes => new HermesLaw(isPair: _options.Devices == 2, _options.AgeS),
        CrossbarStatistics.Nandakumar => new NandakumarLaw(_options.AgeS),
        _ => new StatedLaw(
            _options.Sigma, _options.SigmaSlope, _options.SigmaCurve, _options.OnOffRatio ?? double.PositiveInfinity),
    };

    private static long PositionsOf(int bits) => (bits + WidestValue - 1) / WidestValue;

    private static Bandwidth Rate(double bits, SimTime access) => Bandwidth.FromBytesPerSecond(AccessWeights * bits / 8 / access.Seconds);

    private static MemtiException Missing(string memory, long needed, int built)
    {
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"memory '{memory}' has {built} crossbars; its contents need {needed}: {needed - built} are missing.");
        return new(new Diagnostic(DiagnosticCode.CapacityExceeded, text)
        {
            Key = $"memories.{memory}.arrays",
            Value = built.ToString(CultureInfo.InvariantCulture),
            Permitted = FormattableString.Invariant($"at least {needed}"),
        });
    }

    private static MemtiException Refuse(string what, string value, string permitted) =>
        new(new Diagnostic(ImcCodes.NotAnalog, $"crossbars hold no values of such a form: {what}: {value}; permitted: {permitted}.")
        {
            Value = value,
            Permitted = permitted,
        });
}
