using System.Numerics;
using Memti.Abstractions.Cells;

namespace Memti.Plugins.ImcCluster.Noise;

/// <summary>
/// What a network computes with when its weights lie in crossbars: each code comes back as the one nearest to its conductances. One draw
/// holds programming, drift and the noise of one read; the seed says how long it lasts.
/// </summary>
internal sealed class AnalogFaults(AnalogCodes codes) : IValueFaults
{
    private readonly Lazy<ValueErrorRates> _rates = new(() => AnalogRates.Of(codes));

    /// <inheritdoc />
    public ValueCodec Codec { get; } = new(CellVector.Of(codes.Bits), CellEncoding.NaturalBinary);

    /// <inheritdoc />
    public ValueErrorRates Rates => _rates.Value;

    /// <inheritdoc />
    public int ValuesPerWord => 1;

    /// <inheritdoc />
    public int CellsPerWord => 1;

    /// <inheritdoc />
    public double WordErrorRate => Rates.ValueErrorRate;

    /// <inheritdoc />
    public long Corrupt(Span<byte> values, FaultSeed seed, long firstValue = 0) => CorruptAny(values, seed, firstValue);

    /// <inheritdoc />
    public long Corrupt(Span<ushort> values, FaultSeed seed, long firstValue = 0) => CorruptAny(values, seed, firstValue);

    private long CorruptAny<T>(Span<T> values, FaultSeed seed, long firstValue)
        where T : unmanaged, IBinaryInteger<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstValue);
        uint mask = (1u << codes.Bits) - 1;
        long changed = 0;
        for (int index = 0; index < values.Length; index++)
        {
            int stored = codes.Signed(uint.CreateTruncating(values[index]));
            int read = codes.Code(codes.Weights.Read(codes.Target(stored), seed.Generator, firstValue + index));
            if (read == stored)
                continue;
            values[index] = T.CreateTruncating((uint)read & mask);
            changed++;
        }

        return changed;
    }
}
